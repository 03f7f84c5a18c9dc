// Goes through every screen of the app with two pages, and ends as a call does.

import type { Page } from "playwright-core";
import { by, heard, inState, myCode, myLink, say } from "./pigeon.ts";

export async function goThroughScreens(
	one: Page,
	other: Page,
	url: string,
): Promise<void> {
	await one.goto(url);
	await by(one, "servers-none").check();
	await by(one, "start").click();
	await myCode(one, "invite");
	await by(one, "giving").locator("summary").click();
	await by(one, "lock").locator("summary").click();
	await by(one, "scan").click();
	await one.locator("video").first().waitFor();
	await by(one, "scan").click();
	await other.goto(await myLink(one));
	await by(other, "answer").click();
	await by(one, "their-code").fill(await myCode(other, "reply"));
	await Promise.all([inState(one, "connected"), inState(other, "connected")]);
	await say(one, "Hello");
	await heard(other);
	await by(one, "toggle-camera").click();
	await by(other, "remote-video").waitFor();
	await by(one, "file-input").setInputFiles({
		name: "note.txt",
		mimeType: "text/plain",
		buffer: Buffer.from("note"),
	});
	await by(other, "file-list").getByText("note").first().waitFor();
	await by(other, "hang-up").click();
	await inState(one, "closed");
}
