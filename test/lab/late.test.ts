// Replies that take their time, through two NATs that forget; and a replier whose device slept meanwhile.

import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	appDefaults,
	canRunLab,
	cc,
	cf,
	fc,
	ff,
	inCell,
	isWhole,
	noted,
	type OpenCell,
	openCell,
	pairsOf,
	type Setting,
} from "./support/cell.ts";
import { connectedAfter, inviteAndReply, talk } from "./support/meet.ts";
import { createPerson } from "./support/person.ts";

const soonMs = 2_000;
const sleepMs = 50_000;
const delays = isWhole ? [1, 20, 60, 240] : [1, 60];

const twoNats: Omit<Setting, "about"> = {
	routers: ["portRestricted", "portRestricted"],
};

const each = pairsOf({ among: [cf, fc, cc, ff], thin: [cf] });

describe.runIf(canRunLab).each(each)("a late reply, %s,", (_, pair) => {
	let cell: OpenCell;

	beforeAll(async () => {
		cell = await openCell({ ...twoNats, about: "late replies" }, pair);
	});
	afterAll(() => cell.close());

	// Side by side, in tabs of their own: they wait for nothing but the time.
	test.concurrent.each(delays)(
		"applied after %i s, connects at once",
		async (seconds) => {
			const tabs: typeof cell = {
				...cell,
				one: await createPerson(cell.one.browser, appDefaults),
				other: await createPerson(cell.other.browser, appDefaults),
			};
			await noted(`reply ${seconds} s late`, pair, tabs, async () => {
				const reply = await inviteAndReply(tabs);
				await pause(seconds * 1_000);
				const appliedAt = await tabs.one.take(reply);
				const tookMs = await connectedAfter(tabs, appliedAt);
				await talk(tabs);
				expect(tookMs).toBeLessThan(soonMs);
				return `${tookMs} ms`;
			});
		},
	);
});

describe.runIf(canRunLab)("a replier", () => {
	test.each(each)(
		"who slept for 50 s, and was called meanwhile, is there on waking: %s",
		async (_, pair) => {
			const about = "replier asleep for 50 s";
			await inCell({ ...twoNats, about }, pair, async (cell) => {
				const reply = await inviteAndReply(cell);
				cell.other.browser.sleep();
				try {
					await pause(sleepMs / 2);
					await cell.one.take(reply);
					await pause(sleepMs / 2);
				} finally {
					cell.other.browser.wake();
				}
				const tookMs = await connectedAfter(cell, Date.now());
				await talk(cell);
				return `${tookMs} ms after waking`;
			});
		},
	);
});
