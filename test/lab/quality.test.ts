// Three bars that fall when the path between two people is really bad, and rise when it is good again.

import { describe, expect, test } from "vitest";
import {
	type Cell,
	canRunLab,
	cc,
	cellsOf,
	cf,
	inCell,
} from "./support/cell.ts";
import { connectedAfter, handOver, talk } from "./support/meet.ts";
import type { Person } from "./support/person.ts";
import { createTrouble } from "./support/trouble.ts";

const lossPercent = 25;
const limitMs = 40_000;

const setting = {
	about: `bars of a call, ${lossPercent} % lost for a while`,
	routers: ["portRestricted", "portRestricted"] as const,
	isCameraAllowed: true,
	among: [cc, cf],
	thin: [cc],
};

/** How long after that moment it was shown. */
async function shown(
	person: Person,
	bars: readonly string[],
	fromMs: number,
): Promise<number> {
	const sight = await person.see({ bars }, fromMs, limitMs);
	if (!sight) throw new Error(`not shown ${bars.join(" or ")} bars`);
	return Math.max(0, sight.atMs - fromMs);
}

async function inCall(cell: Cell): Promise<readonly Person[]> {
	await connectedAfter(cell, await handOver(cell));
	await talk(cell);
	const people = [cell.one, cell.other];
	// Only voices: how many pictures a machine can draw says nothing of the path.
	for (const person of people) await person.click("toggle-mic");
	return people;
}

const seconds = (all: readonly number[]) =>
	Math.round(Math.max(...all) / 1_000);

describe.runIf(canRunLab)("a call's bars", () => {
	test.each(cellsOf([setting]))(
		"fall and rise with the path: %s, %s",
		async (_, __, it, pair) => {
			await inCell(it, pair, async (cell) => {
				const people = await inCall(cell);
				const trouble = createTrouble(cell.network);
				const all = (bars: readonly string[], fromMs: number) =>
					Promise.all(people.map((person) => shown(person, bars, fromMs)));
				await all(["3"], Date.now());
				const badAt = Date.now();
				await trouble.lose("one", lossPercent);
				const fell = await all(["1"], badAt);
				const goodAt = Date.now();
				await trouble.unblock("one");
				const rose = await all(["3"], goodAt + 1);
				expect(seconds(fell)).toBeLessThan(limitMs / 1_000);
				return `one bar after ${seconds(fell)} s, back after ${seconds(rose)} s`;
			});
		},
	);
});
