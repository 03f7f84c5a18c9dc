// Codes that a passphrase locks: by link, by paste, as a picture; and who has to type it.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readCode } from "../../src/codec/code.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import {
	begin,
	by,
	heard,
	inState,
	myCode,
	myLink,
	say,
} from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let browser: Browser;
let server: Server;

beforeAll(async () => {
	server = await serve(inject("builtApp"));
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

const isLocked = (code: string) =>
	expect(readCode(code)).toMatchObject({ ok: false, problem: "locked" });

/** Locks my code with the words that are offered; gives them. */
async function lock(page: Page): Promise<string> {
	await by(page, "lock").locator("summary").click();
	const field = by(page, "lock-words");
	await expect.poll(() => field.inputValue()).toMatch(/^[a-z]+( [a-z]+){3}$/);
	const words = await field.inputValue();
	await by(page, "lock-others").click();
	await expect.poll(() => field.inputValue()).not.toBe(words);
	const chosen = await field.inputValue();
	await by(page, "lock-set").click();
	await by(page, "locked-with").waitFor();
	expect(await by(page, "locked-with").textContent()).toBe(chosen);
	return chosen;
}

async function asks(page: Page, state: string): Promise<void> {
	await page.locator(`[data-testid=unlock][data-state=${state}]`).waitFor();
}

test("a locked invite goes by link, and its reply finds the window that waits, locked as well", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser, { screen: "phone" });
	const open = await begin(one.page, server.url);
	const words = await lock(one.page);
	const invite = await myCode(one.page, "invite");
	expect(invite).not.toBe(open);
	isLocked(invite);

	await other.page.goto(await myLink(one.page));
	await asks(other.page, "asking");
	expect(await other.page.getByTestId("answer").count()).toBe(0);
	await by(other.page, "unlock-words").fill("not these words");
	await by(other.page, "unlock-open").click();
	await asks(other.page, "wrong");
	await by(other.page, "unlock-give-up").click();
	await asks(other.page, "givenUp");
	await by(other.page, "unlock-again").click();
	await by(other.page, "unlock-words").fill(` ${words.toUpperCase()}.`);
	await by(other.page, "unlock-open").click();
	await by(other.page, "answer").click();
	isLocked(await myCode(other.page, "reply"));

	// Nobody has to say the words again: the window that made the invite knows them.
	const tab = await one.context.newPage();
	await tab.goto(await myLink(other.page));
	await tab.locator("[data-testid=arrival][data-is=handed]").waitFor();
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	await say(other.page, "locked in");
	expect(await heard(one.page)).toBe("locked in");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a locked code is known in a picture and in a pasted message, and no step of it is asked twice", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await begin(one.page, server.url);
	const words = await lock(one.page);
	isLocked(await myCode(one.page, "invite"));
	const picture = await by(one.page, "my-qr").screenshot();
	await begin(other.page, server.url);
	await by(other.page, "scan-image").setInputFiles({
		name: "code.png",
		mimeType: "image/png",
		buffer: picture,
	});
	await asks(other.page, "asking");
	await by(other.page, "unlock-words").fill(words);
	await by(other.page, "unlock-open").click();
	const reply = await myCode(other.page, "reply");
	isLocked(reply);
	// With the other's locked code in it, and mine quoted below.
	const thread = `Here you are:\n${reply}\n> ${await myCode(one.page, "invite")}`;
	await by(one.page, "their-code").fill(thread);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a lock comes off again as long as the code has not left", async () => {
	const { page, close } = await newPerson(browser);
	const open = await begin(page, server.url);
	await lock(page);
	await by(page, "lock-off").click();
	await expect.poll(() => by(page, "my-code").textContent()).toBe(open);
	await by(page, "copy-text").click();
	await by(page, "lock").locator("summary").click();
	expect(await by(page, "lock-set").count()).toBe(0);
	await close();
});
