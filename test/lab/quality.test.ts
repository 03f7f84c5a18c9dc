// A call on a path that is bad: three bars tell it; and where it is too narrow for everything, the voice stays whole, a face
// goes on moving and gets coarse, a text stays sharp.

import { setTimeout as pause } from "node:timers/promises";
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
import type { Received } from "./support/received.ts";
import { createTrouble } from "./support/trouble.ts";

const lossPercent = 25;
const limitMs = 40_000;
const kilobits = 500;
const lookMs = 10_000;
const fullWidth = 1280;

const setting = {
	about: `bars of a call, ${lossPercent} % lost for a while`,
	routers: ["portRestricted", "portRestricted"] as const,
	isCameraAllowed: true,
	among: [cc, cf],
	thin: [cc],
};

const narrowSetting = {
	about: `voice and pictures over ${kilobits} kbit/s`,
	routers: ["portRestricted", "portRestricted"] as const,
	isCameraAllowed: true,
	among: [cc],
	thin: [],
};

/** What has come while somebody looked for a while. */
async function look(person: Person): Promise<Received> {
	const before = await person.received();
	await pause(lookMs);
	const after = await person.received();
	const since = (of: "face" | "screen") => ({
		width: after[of].width,
		frames: after[of].frames - before[of].frames,
	});
	return {
		face: since("face"),
		screen: since("screen"),
		voice: {
			played: after.voice.played - before.voice.played,
			madeUp: after.voice.madeUp - before.voice.madeUp,
		},
	};
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
	const end = Date.now() + limitMs;
	while (Date.now() < end) {
		if (await isSo()) return true;
		await pause(200);
	}
	return false;
}

const perSecond = ({ frames }: { frames: number }) =>
	Math.round(frames / (lookMs / 1_000));

const holes = ({ voice }: Received) => voice.madeUp / voice.played;

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

describe.runIf(canRunLab)("a call", () => {
	test.each(cellsOf([setting]))(
		"shows bars that fall and rise with the path: %s, %s",
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

	test.each(cellsOf([narrowSetting]))(
		"keeps the voice whole, a face moving and a text sharp: %s, %s",
		async (_, __, it, pair) => {
			await inCell(it, pair, async (cell) => {
				await connectedAfter(cell, await handOver(cell));
				await talk(cell);
				const { one, other } = cell;
				await one.click("toggle-mic");
				await one.click("toggle-camera");
				expect(await other.sees(limitMs)).toBe(true);
				await createTrouble(cell.network).narrow("one", kilobits);
				const width = async () => (await other.received()).face.width;
				const isCoarse = await until(async () => (await width()) < fullWidth);
				expect(isCoarse, "the face gets coarse").toBe(true);
				const seen = await look(other);
				await one.click("toggle-camera");
				await one.click("toggle-screen");
				await until(async () => (await other.received()).screen.frames > 1);
				const shown = await look(other);
				const outcome = `face ${seen.face.width} wide, ${perSecond(seen.face)} pictures a second; screen ${shown.screen.width} wide, ${perSecond(shown.screen)} a second; of the voice ${(100 * Math.max(holes(seen), holes(shown))).toFixed(1)} % made up`;
				expect(perSecond(seen.face), outcome).toBeGreaterThanOrEqual(8);
				expect(shown.screen.width, outcome).toBe(fullWidth);
				expect(shown.screen.frames, outcome).toBeGreaterThan(2);
				expect(holes(seen), outcome).toBeLessThan(0.15);
				expect(holes(shown), outcome).toBeLessThan(0.15);
				return outcome;
			});
		},
	);
});
