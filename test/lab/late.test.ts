// Replies that take their time, through two NATs that forget; and a replier whose device slept meanwhile.

import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
	canRunLab,
	everyPair,
	inCell,
	isWhole,
	type Pair,
	pairName,
	pairs,
	type Setting,
} from "./support/cell.ts";
import { connectedAfter, inviteAndReply, talk } from "./support/meet.ts";

const soonMs = 2_000;
const longestSleepMs = 50_000;
const delays = isWhole ? [1, 20, 60, 240] : [1, 60];

const twoNats: Omit<Setting, "about"> = {
	routers: ["portRestricted", "portRestricted"],
};

const cells = delays.flatMap((seconds) =>
	pairs(...lateFirst(everyPair)).map((pair): [number, string, Pair] => [
		seconds,
		pairName(pair),
		pair,
	]),
);

/** The pair that a thin lab takes: both engines are in it. */
function lateFirst(all: readonly Pair[]): readonly Pair[] {
	const isMixed = ([one, other]: Pair) => one !== other;
	return [...all.filter(isMixed), ...all.filter((pair) => !isMixed(pair))];
}

describe.runIf(canRunLab)("a reply", () => {
	test.each(cells)(
		"that is applied %i s late connects at once: %s",
		async (seconds, _, pair) => {
			const about = `reply ${seconds} s late`;
			await inCell({ ...twoNats, about }, pair, async (cell) => {
				const reply = await inviteAndReply(cell);
				await pause(seconds * 1_000);
				const appliedAt = await cell.one.take(reply);
				const tookMs = await connectedAfter(cell, appliedAt);
				await talk(cell);
				expect(tookMs).toBeLessThan(soonMs);
				return `${tookMs} ms`;
			});
		},
	);
});

describe.runIf(canRunLab)("a replier", () => {
	test.each(
		pairs(...lateFirst(everyPair)).map((pair): [string, Pair] => [
			pairName(pair),
			pair,
		]),
	)(
		"who slept for 50 s, and was called meanwhile, is there on waking: %s",
		async (_, pair) => {
			const about = "replier asleep for 50 s";
			await inCell({ ...twoNats, about }, pair, async (cell) => {
				const reply = await inviteAndReply(cell);
				cell.other.browser.sleep();
				try {
					await pause(longestSleepMs / 2);
					await cell.one.take(reply);
					await pause(longestSleepMs / 2);
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
