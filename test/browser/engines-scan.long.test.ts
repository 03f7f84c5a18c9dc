// Scanning across engines: each films the other's screen, whichever looks first.
// Where there is no Firefox there is nothing to say about it.

import { afterEach, describe, expect, inject, test } from "vitest";
import {
	hasFirefox,
	launchFirefox,
	newFirefoxPerson,
} from "./support/firefox.ts";
import { launchBrowser, newPerson, type Person } from "./support/launch.ts";
import { giveLiveCamera, show } from "./support/live-camera.ts";
import { begin, by, heard, inState, myCode, say } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

const engines = {
	async chromium() {
		const browser = await launchBrowser();
		closing.push(() => browser.close());
		return newPerson(browser);
	},
	async firefox() {
		const browser = await launchFirefox();
		closing.push(() => browser.close());
		return newFirefoxPerson(browser);
	},
} satisfies Record<string, () => Promise<Person>>;

async function newFilming(
	engine: keyof typeof engines,
	url: string,
): Promise<Person> {
	const person = await engines[engine]();
	await giveLiveCamera(person.context);
	await begin(person.page, url);
	return person;
}

async function scanScreen(one: Person, other: Person): Promise<void> {
	await show(one.page, await by(other.page, "my-qr").screenshot());
	await by(one.page, "scan").click();
}

const title = hasFirefox ? "with Firefox" : "no Firefox here: not tested";

describe.runIf(hasFirefox)(title, () => {
	test.each([
		["firefox", "chromium"],
		["chromium", "firefox"],
	] as const)(
		"%s scans the screen of %s, then the other way round, and they are connected",
		async (first, second) => {
			const server = await serve(inject("builtApp"));
			closing.push(server.stop);
			const one = await newFilming(first, server.url);
			const other = await newFilming(second, server.url);
			await scanScreen(one, other);
			await myCode(one.page, "reply");
			await scanScreen(other, one);
			await Promise.all([
				inState(one.page, "connected"),
				inState(other.page, "connected"),
			]);
			await say(one.page, "seen across");
			expect(await heard(other.page)).toBe("seen across");
			// The driver of Firefox styles a page of which it takes a picture, which the page does not allow.
			const own = [one, other].flatMap(({ problems }) =>
				problems.filter((text) => !text.includes("inline style")),
			);
			expect(own).toEqual([]);
		},
	);
});
