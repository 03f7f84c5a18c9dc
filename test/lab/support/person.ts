// A person in the lab: one tab of a browser in their own network.

import type { LabBrowser } from "./browser.ts";
import type { Received } from "./received.ts";
import { type Sight, tell } from "./sight.ts";

export interface Person {
	readonly browser: LabBrowser;
	/** Opens the app, presses the one button, and gives the code with the time that it took. */
	begin(): Promise<{ readonly invite: string; readonly tookMs: number }>;
	/** Takes their code in; comes back with the moment of it. */
	take(code: string): Promise<number>;
	/** Opens it as a link, and answers. */
	answer(code: string): Promise<void>;
	invite(): Promise<string>;
	reply(): Promise<string>;
	click(id: string): Promise<void>;
	say(text: string): Promise<void>;
	heard(): Promise<readonly string[]>;
	/** Whether the other side's picture moves, before the time is over. */
	sees(limitMs: number): Promise<boolean>;
	/** Of the other side's voice and pictures, since the beginning. */
	received(): Promise<Received>;
	/** When it was first seen from that moment on; null when it takes too long. */
	see(wanted: Wanted, fromMs: number, limitMs: number): Promise<Sight | null>;
	/** Everything that was seen since, for a failure's message. */
	story(sinceMs: number): Promise<string>;
}

export type Wanted = Partial<
	Readonly<
		Record<"state" | "step" | "problem" | "ending" | "bars", readonly string[]>
	>
>;

export async function createPerson(
	browser: LabBrowser,
	settings: Readonly<Record<string, unknown>>,
): Promise<Person> {
	const tab = await browser.open(settings);
	return {
		browser,
		async begin() {
			const begunAt = Date.now();
			await browser.start(tab);
			const invite = await browser.code(tab, "invite");
			return { invite, tookMs: Date.now() - begunAt };
		},
		take: (code) => browser.take(tab, code),
		answer: (code) => browser.openLink(tab, code),
		invite: () => browser.code(tab, "invite"),
		reply: () => browser.code(tab, "reply"),
		click: (id) => browser.click(tab, id),
		say: (text) => browser.say(tab, text),
		heard: () => browser.heard(tab),
		sees: (limitMs) => browser.sees(tab, limitMs),
		received: () => browser.received(tab),
		see: (wanted, fromMs, limitMs) => browser.see(tab, wanted, fromMs, limitMs),
		story: async (sinceMs) => tell(await browser.seen(tab), sinceMs),
	};
}
