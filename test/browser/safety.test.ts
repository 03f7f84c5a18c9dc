// Finding out who is there: the same digits on both sides, what the two say about them, and what the screens claim.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { by, connectByText, inState, standing } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

const ending = (page: Page) => by(page, "status").getAttribute("data-ending");

test("both see the same digits; both must say so before either is told that it is verified", async () => {
	const one = await newPerson(stage.browser, { screen: "phone" });
	const other = await newPerson(stage.browser);
	await connectByText(one.page, other.page, stage.server.url);
	for (const { page } of [one, other]) await standing(page, "open");
	const digits = await by(one.page, "safety-number").textContent();
	expect(digits).toMatch(/^\d{4} \d{4}$/);
	expect(await by(other.page, "safety-number").textContent()).toBe(digits);

	await by(one.page, "safety-same").click();
	await standing(one.page, "saidByMe");
	await standing(other.page, "saidByThem");
	await by(other.page, "safety-same").click();
	for (const { page } of [one, other]) await standing(page, "compared");

	// Another session of the same two has other digits, and knows nothing of the one before.
	await by(one.page, "hang-up").click();
	for (const { page } of [one, other]) {
		await inState(page, "closed");
		await by(page, "to-start").click();
	}
	await connectByText(one.page, other.page, stage.server.url);
	await standing(one.page, "open");
	expect(await by(one.page, "safety-number").textContent()).not.toBe(digits);

	await by(one.page, "safety-same").click();
	await standing(other.page, "saidByThem");
	await by(other.page, "safety-differs").click();
	for (const { page } of [one, other]) await inState(page, "closed");
	expect(await ending(other.page)).toBe("differed");
	expect(await ending(one.page)).toBe("theyDiffered");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
