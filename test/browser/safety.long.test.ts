// What was verified stays so over every link of the same session.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoProblems } from "./support/launch.ts";
import { by, connectByText, inState, myCode } from "./support/pigeon.ts";
import { isPrepared, newSleeper, sleep, stumble } from "./support/sleeper.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

const standing = (page: Page, is: string) =>
	page.locator(`[data-testid=safety][data-standing=${is}]`).waitFor();

const digits = (page: Page) => by(page, "safety-number").textContent();

test("the second link, and a reconnect by codes, keep what the two have compared", async () => {
	const one = await newSleeper(stage.browser);
	const other = await newSleeper(stage.browser);
	await connectByText(one.page, other.page, stage.server.url);
	const compared = await digits(one.page);
	for (const { page } of [one, other]) await by(page, "safety-same").click();
	for (const { page } of [one, other]) await standing(page, "compared");
	for (const person of [one, other]) await isPrepared(person);
	await stumble(other);
	await one.page.waitForTimeout(2_000);
	for (const { page } of [one, other]) {
		await inState(page, "connected");
		await standing(page, "compared");
		expect(await digits(page)).toBe(compared);
	}

	await sleep(other);
	await sleep(one);
	for (const { page } of [one, other]) await inState(page, "severed");
	for (const { page } of [one, other]) await by(page, "reconnect").click();
	const invite = await myCode(one.page, "invite");
	await myCode(other.page, "invite");
	await by(other.page, "their-code").fill(invite);
	await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
	for (const { page } of [one, other]) {
		await inState(page, "connected");
		await standing(page, "compared");
		expect(await digits(page)).toBe(compared);
	}
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
