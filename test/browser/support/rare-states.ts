// What two people rarely see, and must understand the more: a path that is gone, an alarm, a file that does not come, their
// screen, a page inside another's, a newer release.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { inject } from "vitest";
import { drawScreen } from "./drawn-screen.ts";
import type { Person } from "./launch.ts";
import { by, connectByText, inState, myCode } from "./pigeon.ts";
import type { Server } from "./serve.ts";
import { sleep } from "./sleeper.ts";

export type RareLook = (
	page: Page,
	state: string,
	frame?: Frame,
) => Promise<void>;

export async function goThroughRareStates(
	/** The first one's connections can be made to close. */
	[one, other]: readonly [Person, Person],
	server: Server,
	look: RareLook,
): Promise<void> {
	await drawScreen(one.page);
	await inside(other.page, server, look);
	await connectByText(one.page, other.page, server.url);
	await talk(one.page, other.page, look);
	await lose(one, other.page, server.url, look);
	await renew(other, server, look);
}

/** Before anything of the app is kept on the device: from then on the browser itself refuses. */
async function inside(page: Page, server: Server, look: RareLook) {
	server.replace(
		"around.html",
		'<!doctype html><html lang="en"><title>Another page</title><iframe title="Pigeon" src="./" width="600" height="600"></iframe>',
	);
	await page.goto(`${server.url}around.html`);
	await page.frameLocator("iframe").getByTestId("unframe").waitFor();
	const [, frame] = page.frames();
	await look(page, "inside another page", frame);
}

async function talk(one: Page, other: Page, look: RareLook) {
	await by(one, "file-input").setInputFiles({
		name: "Tickets.pdf",
		mimeType: "application/pdf",
		buffer: Buffer.alloc(3_000),
	});
	await by(other, "file-decline").first().click();
	await one.locator("[data-testid=file][data-state=failed]").waitFor();
	await look(one, "a file that was declined");
	await by(one, "toggle-screen").click();
	await other.locator("[data-is-screen-seen=true]").waitFor();
	await by(one, "showing").waitFor();
	await look(one, "my screen is seen");
	await look(other, "their screen");
	await by(one, "safety-differs").click();
	await Promise.all([inState(one, "closed"), inState(other, "closed")]);
	await look(one, "the digits differ");
	await look(other, "they say that the digits differ");
	for (const page of [one, other]) await by(page, "to-start").click();
}

async function lose(one: Person, other: Page, url: string, look: RareLook) {
	await connectByText(one.page, other, url);
	// Without a word, as where a device has lost its power.
	await other.goto("chrome://crash").catch(() => {});
	await inState(one.page, "recovering");
	await by(one.page, "reconnect").waitFor();
	await look(one.page, "the path is gone for the moment");
	await sleep(one);
	await inState(one.page, "severed");
	await look(one.page, "the path is gone");
	await by(one.page, "reconnect").click();
	await myCode(one.page, "invite");
	await look(one.page, "the same two, with new codes");
}

async function renew({ context }: Person, server: Server, look: RareLook) {
	const page = await context.newPage();
	await page.goto(server.url);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	const worker = await readFile(join(inject("builtApp"), "sw.js"), "utf8");
	server.replace("sw.js", `${worker}\n// Newer`);
	await page.reload();
	await by(page, "update").waitFor();
	await look(page, "a newer release is here");
}
