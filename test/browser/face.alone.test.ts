// Screen to screen, and how long it takes when both codes are in view.

import { expect, test } from "vitest";
import { handHeld } from "./support/camera.ts";
import { screenOf, twoPeople } from "./support/filming.ts";
import { expectNoProblems } from "./support/launch.ts";
import { by, heard, inState, say } from "./support/pigeon.ts";

test("both codes in view at once: connected within two seconds, each having read the other", async () => {
	const [one, other] = await twoPeople();
	await one.camera.film(await screenOf(other), handHeld);
	await other.camera.film(await screenOf(one), handHeld);
	const startedAt = Date.now();
	await Promise.all([one, other].map(({ page }) => by(page, "face").click()));
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	const tookMs = Date.now() - startedAt;
	process.stdout.write(`screen to screen: ${tookMs} ms\n`);
	expect(tookMs).toBeLessThan(2_000);
	for (const { page } of [one, other])
		await page
			.locator("[data-testid=safety][data-standing=inPerson]")
			.waitFor();
	await say(one.page, "seen you");
	expect(await heard(other.page)).toBe("seen you");
	expectNoProblems(one, other);
});
