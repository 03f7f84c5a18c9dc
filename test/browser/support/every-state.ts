// Every screen of the app in the states that a person can bring it to, with two people and one who only looks in.
// Whoever wants to know something of all screens is called with each of them.

import type { Page } from "playwright-core";
import { by, heard, inState, lockWith, myCode, myLink, say } from "./pigeon.ts";

export type Look = (page: Page, state: string) => Promise<void>;

export type Trio = {
	readonly one: Page;
	readonly other: Page;
	/** In a browser of their own, so that no window of theirs waits for anything. */
	readonly third: Page;
};

const words = "four plain words here";

export async function goThroughStates(
	people: Trio,
	url: string,
	look: Look,
): Promise<void> {
	await lookAround(people, url, look);
	await exchange(people, url, look);
	await talk(people, look);
	await part(people, look);
}

async function lookAround({ one }: Trio, url: string, look: Look) {
	await one.goto(`${url}?do=help`);
	await by(one, "help-sheet").waitFor();
	await look(one, "help");
	await by(one, "sheet-close").click();
	await by(one, "start").waitFor();
	await look(one, "home");
	await by(one, "open-settings").click();
	await by(one, "settings-sheet").waitFor();
	await by(one, "forget").click();
	await look(one, "settings, about to forget all");
	await by(one, "sheet-close").click();
	await by(one, "servers-none").check();
	await by(one, "toggle-camera").click();
	await by(one, "local-video").waitFor();
	await look(one, "home with a camera");
	await by(one, "toggle-camera").click();
}

async function exchange({ one, other, third }: Trio, url: string, look: Look) {
	await by(one, "start").click();
	const invite = await myCode(one, "invite");
	await by(one, "my-qr").waitFor();
	await look(one, "invite");
	for (const closed of await one.locator("summary:visible").all())
		await closed.click();
	await look(one, "invite with everything unfolded");
	await by(one, "their-code").fill("nothing that is a code");
	await by(one, "problem").first().waitFor();
	await look(one, "what was pasted is no code");
	await by(one, "their-code").fill(invite);
	await look(one, "their own code pasted");
	await by(one, "their-code").fill("");
	await by(one, "scan").click();
	await by(one, "scan-video").waitFor();
	await look(one, "scanning");
	await by(one, "scan").click();

	await by(one, "face").click();
	await by(one, "unface").waitFor();
	await look(one, "screen to screen");
	await by(one, "unface").click();

	await third.goto(`${url}#Pnothing`);
	await by(third, "arrival").waitFor();
	await look(third, "a link that cannot be read");

	await other.goto(await myLink(one));
	await by(other, "answer").waitFor();
	await look(other, "arrival");
	await by(other, "answer").click();
	await myCode(other, "reply");
	await look(other, "reply");
	await third.goto(await myLink(other));
	await third.locator("[data-testid=arrival][data-is=orphan]").waitFor();
	await look(third, "a reply that no window waits for");

	await third.goto(url);
	await by(third, "start").click();
	await myCode(third, "invite");
	await by(third, "lock").locator("summary").click();
	await lockWith(third, words);
	await by(third, "lock-set").click();
	await by(third, "locked-with").waitFor();
	await look(third, "locked invite");
	const locked = await myLink(third);
	await third.goto("about:blank");
	await third.goto(locked);
	await by(third, "unlock").waitFor();
	await by(third, "unlock-words").fill("not these words");
	await by(third, "unlock-open").click();
	await look(third, "a lock that does not open");
}

async function talk({ one, other }: Trio, look: Look) {
	await by(one, "their-code").fill(await myCode(other, "reply"));
	await Promise.all([inState(one, "connected"), inState(other, "connected")]);
	await by(one, "safety-same").waitFor();
	await look(one, "connected, and asked to compare");
	await by(one, "safety-same").click();
	await by(other, "safety-same").click();
	await say(one, "Can you see me?");
	await heard(other);
	await say(other, "Not yet.");
	await by(one, "toggle-camera").click();
	await by(other, "toggle-camera").click();
	await Promise.all(
		[one, other].map((page) => by(page, "remote-video").waitFor()),
	);
	await by(one, "file-input").setInputFiles([
		{
			name: "Our route.txt",
			mimeType: "text/plain",
			buffer: Buffer.from("note"),
		},
		{
			name: "Tickets.pdf",
			mimeType: "application/pdf",
			buffer: Buffer.alloc(300_000),
		},
	]);
	await by(other, "file-list").getByText("Tickets").first().waitFor();
	await look(other, "call with pictures, chat and files");
	await look(one, "call with pictures, chat and files sent");
	await by(one, "more").click();
	await look(one, "more");
	for (const sheet of ["devices", "keys"]) {
		await by(one, sheet).click();
		await by(one, `${sheet}-sheet`).waitFor();
		await look(one, sheet);
		await by(one, "close-sheet").click();
		await by(one, "more").click();
	}
	await by(one, "close-sheet").click();
	await by(one, "quality").click();
	await by(one, "quality-sheet").waitFor();
	await look(one, "quality");
	await by(one, "close-sheet").click();
	await by(one, "toggle-chat").click();
	await look(one, "pictures alone");
	await by(one, "hold").click();
	await by(other, "on-hold").first().waitFor();
	await look(one, "holding");
	await look(other, "on hold");
	await by(one, "hold").click();
}

async function part({ one, other }: Trio, look: Look) {
	await by(other, "hang-up").click();
	await Promise.all([inState(one, "closed"), inState(other, "closed")]);
	await by(one, "summary").waitFor();
	await look(one, "ended by them");
	await by(other, "call-again").click();
	await by(one, "decline-again").waitFor();
	await look(one, "asked to talk again");
	await by(one, "decline-again").click();
	await other.locator("[data-testid=again][data-state=refused]").waitFor();
	await look(other, "refused");
}
