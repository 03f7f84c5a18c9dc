// Somebody in between, with a connection to each of two who believe to be connected with each other. They see it by
// their digits, whatever is done in between; and where somebody looks for numbers that fit, by an alarm.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Manner } from "./support/between.ts";
import { newAttacker } from "./support/hostile.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import { begin, by, heard, inState, myCode, say } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let server: Server;
let browser: Browser;
let attacker: Page;
let one: Person;
let other: Person;

beforeAll(async () => {
	server = await serve(inject("builtApp"));
	browser = await launchBrowser();
	attacker = await newAttacker(browser, server.url);
	one = await newPerson(browser);
	other = await newPerson(browser);
});

afterAll(async () => {
	expectNoProblems(one, other);
	await browser?.close();
	await server?.stop();
});

/** The first makes an invite; both get codes of whoever is in between. */
async function stepBetween(manner: Manner): Promise<void> {
	const invite = await begin(one.page, server.url);
	const codes = await attacker.evaluate(
		async ([how, text]) => {
			const { hostile } = window;
			hostile.between = await hostile.createBetween(how);
			const reply = await hostile.between.answer(text);
			return { reply, invite: await hostile.between.invite() };
		},
		[manner, invite] as const,
	);
	// By a link: whoever has shown an invite as well may begin the handshake, and which of two does is a matter of chance.
	await other.page.goto(server.url);
	await by(other.page, "servers-none").check();
	await other.page.evaluate((text) => {
		location.hash = text;
	}, codes.invite);
	await by(other.page, "answer").click();
	const reply = await myCode(other.page, "reply");
	await attacker.evaluate((text) => window.hostile.between.accept(text), reply);
	await by(one.page, "their-code").fill(codes.reply);
}

const digits = ({ page }: Person) => by(page, "safety-number").textContent();

test.each<Manner>(["relaying", "honest"])(
	"%s, it can read everything, and the digits differ",
	async (manner) => {
		await stepBetween(manner);
		for (const { page } of [one, other]) await inState(page, "connected");
		await say(one.page, "nobody else reads this");
		expect(await heard(other.page)).toBe("nobody else reads this");
		const [mine, theirs] = [await digits(one), await digits(other)];
		expect(mine).toMatch(/^\d{4} \d{4}$/);
		expect(theirs).toMatch(/^\d{4} \d{4}$/);
		expect(mine).not.toBe(theirs);

		await by(one.page, "safety-differs").click();
		await inState(one.page, "closed");
		expect(await by(one.page, "status").getAttribute("data-ending")).toBe(
			"differed",
		);
		if (manner === "honest") await by(other.page, "hang-up").click();
		await inState(other.page, "closed");
		for (const { page } of [one, other]) await by(page, "to-start").click();
	},
);

test("looking for numbers that make the digits equal, it is found out on both sides", async () => {
	await stepBetween("grinding");
	const hasFound = () =>
		attacker.evaluate(() => window.hostile.between.hasFound());
	await expect.poll(hasFound, { timeout: 100_000 }).toBe(true);
	for (const person of [one, other]) {
		// Were a promise not held against them, both would see the same digits now.
		await inState(person.page, "closed");
		expect(await by(person.page, "status").getAttribute("data-ending")).toBe(
			"alarmed",
		);
	}
});
