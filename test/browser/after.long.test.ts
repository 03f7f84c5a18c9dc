// After a call: the other side knows at once, nothing is held on to, and the same two are back with one press each.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCensus, type Census, census } from "./support/census.ts";
import { expectNoProblems, newPerson, type Person } from "./support/launch.ts";
import {
	by,
	connectByText,
	expectMovingPicture,
	inState,
} from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();
// Besides what the machine itself, which may be busy, keeps the two pages from running.
const noticeMs = 300;
const quietMs = 10_000;

async function becomes(
	page: Page,
	expected: Partial<Census>,
	about: string,
): Promise<void> {
	await expect
		.poll(() => census(page), { timeout: quietMs, message: about })
		.toMatchObject(expected);
}

async function startAll(people: readonly Person[]): Promise<void> {
	for (const { page } of people)
		for (const id of ["toggle-mic", "toggle-camera"])
			await by(page, id).click();
	for (const { page } of people)
		await expectMovingPicture(page, "remote-video");
}

/** From now on: how long the page has been kept from running, at most, whenever it is asked. */
const watchLag = (page: Page) =>
	page.evaluate(() => {
		let lastAt = performance.now();
		let lagMs = 0;
		const timer = setInterval(() => {
			const now = performance.now();
			lagMs = Math.max(lagMs, now - lastAt);
			lastAt = now;
		}, 10);
		Object.assign(self, {
			endLag: () => {
				clearInterval(timer);
				return lagMs;
			},
		});
	});

const endLag = (page: Page) =>
	page.evaluate(() => (self as unknown as { endLag(): number }).endLag());

/** When the page shows it, by the clock that both pages share. */
const closedAt = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((done) => {
				const look = () => {
					const status = document.querySelector("[data-testid=status]");
					if (status?.getAttribute("data-state") === "closed")
						done(performance.timeOrigin + performance.now());
				};
				new MutationObserver(look).observe(document.body, {
					subtree: true,
					childList: true,
					attributes: true,
				});
			}),
	);

const hangUp = (page: Page) =>
	page.evaluate(() => {
		const now = performance.timeOrigin + performance.now();
		document.querySelector<HTMLButtonElement>("[data-testid=hang-up]")?.click();
		return now;
	});

const standing = (page: Page, is: string) =>
	page
		.locator(`[data-testid=safety][data-standing=${is}]`)
		.waitFor({ state: "attached" });

const released: Partial<Census> = {
	liveTracks: 0,
	sounds: 0,
	wakeLocks: 0,
	playingElements: 0,
};

test("a call leaves nothing behind, is known to be over at once, and can be had again", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const people = [one, other];
	for (const { page } of people) {
		await beginCensus(page);
		await page.goto(stage.server.url);
		await by(page, "start").waitFor();
		await page.waitForTimeout(500);
	}
	const before = await Promise.all(people.map(({ page }) => census(page)));
	await connectByText(one.page, other.page, stage.server.url);
	await startAll(people);
	for (const { page } of people) await by(page, "safety-same").click();
	for (const { page } of people) await standing(page, "compared");
	await by(one.page, "more").click();
	await by(one.page, "toggle-record").click();
	await by(other.page, "their-recording").waitFor();
	for (const { page } of people) {
		const during = await census(page);
		expect(during.liveTracks).toBeGreaterThan(3);
		expect(during.wakeLocks).toBe(1);
		expect(during.playingElements).toBeGreaterThan(1);
	}

	const known = closedAt(other.page);
	for (const { page } of people) await watchLag(page);
	const hungUpAt = await hangUp(one.page);
	const tookMs = (await known) - hungUpAt;
	const lags = await Promise.all(people.map(({ page }) => endLag(page)));
	const lagMs = lags.reduce((sum, lag) => sum + lag, 0);
	process.stdout.write(
		`hanging up is known after ${Math.round(tookMs)} ms (the pages stood still for ${Math.round(lagMs)} ms)\n`,
	);
	expect(tookMs).toBeLessThan(noticeMs + lagMs);
	for (const { page } of people) {
		await inState(page, "closed");
		await becomes(page, { ...released, connections: 1 }, "after hanging up");
	}

	await by(one.page, "call-again").click();
	await other.page.locator("[data-testid=again][data-state=asked]").waitFor();
	await by(other.page, "call-again").click();
	for (const { page } of people) await inState(page, "connected");
	// Its codes came over the call that both had verified.
	for (const { page } of people) await standing(page, "asBefore");
	// As they were in the call before.
	for (const { page } of people)
		await expectMovingPicture(page, "remote-video");

	await by(other.page, "hang-up").click();
	for (const { page } of people) {
		await inState(page, "closed");
		await by(page, "call-again").waitFor();
		await becomes(page, { ...released, connections: 1 }, "after the second");
	}
	for (const [index, { page }] of people.entries()) {
		await by(page, "to-start").click();
		const { listeners, intervals } = before[index] ?? {};
		const all = { ...released, connections: 0, listeners, intervals };
		await becomes(page, all as Census, "back at the start");
	}
	expectNoProblems(one, other);
	await Promise.all(people.map((person) => person.close()));
});

test("who does not want to talk again is left alone, and whoever leaves takes the offer along", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const meet = async () => {
		await connectByText(one.page, other.page, stage.server.url);
		await by(one.page, "hang-up").click();
		for (const { page } of [one, other]) await by(page, "call-again").waitFor();
	};
	await meet();
	await by(one.page, "call-again").click();
	await by(other.page, "decline-again").click();
	await one.page.locator("[data-testid=again][data-state=refused]").waitFor();
	for (const { page } of [one, other])
		await by(page, "call-again").waitFor({ state: "detached" });

	await meet();
	await by(other.page, "to-start").click();
	await one.page.locator("[data-testid=again][data-state=gone]").waitFor({
		state: "attached",
	});

	await meet();
	await Promise.all([
		by(one.page, "call-again").click(),
		by(other.page, "call-again").click(),
	]);
	for (const { page } of [one, other]) await inState(page, "connected");
	// There was nothing to be carried over.
	for (const { page } of [one, other]) await standing(page, "open");
	await other.page.close({ runBeforeUnload: false });
	await inState(one.page, "closed");
	await by(one.page, "call-again").waitFor({ state: "detached" });
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
