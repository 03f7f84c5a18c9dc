// A way that is too narrow for everything: the voice stays whole, a face goes on moving and gets coarse, a text stays sharp.

import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { canRunLab, cc, cellsOf, inCell } from "./support/cell.ts";
import { connectedAfter, handOver, talk } from "./support/meet.ts";
import type { Person } from "./support/person.ts";
import type { Received } from "./support/received.ts";
import { createTrouble } from "./support/trouble.ts";

const kilobits = 500;
const lookMs = 10_000;
const settleMs = 40_000;
const fullWidth = 1280;

const setting = {
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
	const end = Date.now() + settleMs;
	while (Date.now() < end) {
		if (await isSo()) return true;
		await pause(200);
	}
	return false;
}

const perSecond = ({ frames }: { frames: number }) =>
	Math.round(frames / (lookMs / 1_000));

const holes = ({ voice }: Received) => voice.madeUp / voice.played;

describe.runIf(canRunLab)("a narrow way", () => {
	test.each(cellsOf([setting]))(
		"keeps the voice whole, a face moving and a text sharp: %s, %s",
		async (_, __, it, pair) => {
			await inCell(it, pair, async (cell) => {
				await connectedAfter(cell, await handOver(cell));
				await talk(cell);
				const { one, other } = cell;
				await one.click("toggle-mic");
				await one.click("toggle-camera");
				expect(await other.sees(settleMs)).toBe(true);
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
