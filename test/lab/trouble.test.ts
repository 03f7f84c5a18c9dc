// Networks that fail while people talk: what was written in the meantime arrives, once, and in its order.

import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
	type Cell,
	canRunLab,
	cc,
	cellsOf,
	cf,
	ff,
	inCell,
	type Pair,
	type Setting,
} from "./support/cell.ts";
import {
	bothSee,
	connectedAfter,
	handOver,
	heardExactly,
	talk,
} from "./support/meet.ts";
import { createTrouble } from "./support/trouble.ts";

const recoverLimitMs = 5_000;
const backLimitMs = 30_000;
const pictureLimitMs = 15_000;
const lineCount = 10;

const twoNats: Omit<Setting, "about"> = {
	routers: ["portRestricted", "portRestricted"],
	isCameraAllowed: true,
};

async function inCall(cell: Cell): Promise<void> {
	await connectedAfter(cell, await handOver(cell));
	await talk(cell);
	for (const person of [cell.one, cell.other])
		await person.click("toggle-camera");
	await bothSee(cell, pictureLimitMs);
}

/** Both write at the same time. */
async function writeLines({ one, other }: Cell): Promise<readonly string[]> {
	const lines = Array.from({ length: lineCount }, (_, at) => `line ${at + 1}`);
	for (const line of lines) await Promise.all([one.say(line), other.say(line)]);
	return lines;
}

/** Every line of the other's has come exactly once, and how long the last of them took. */
async function allHeard(
	{ one, other }: Cell,
	lines: readonly string[],
	limitMs: number,
): Promise<number> {
	const sinceMs = Date.now();
	await Promise.all([
		heardExactly(other, ["from one", ...lines], limitMs),
		heardExactly(one, ["from the other", ...lines], limitMs),
	]);
	return Date.now() - sinceMs;
}

const cuts = [
	{ about: "router dead for 5 s", seconds: 5, isLink: false, thin: [ff] },
	{ about: "router dead for 30 s", seconds: 30, isLink: false },
	{ about: "link down for 5 s", seconds: 5, isLink: true, thin: [cc] },
	{ about: "link down for 30 s", seconds: 30, isLink: true },
].map((cut) => ({ ...twoNats, ...cut }));

const moves: readonly (Setting & { readonly overlapMs?: number })[] = [
	{
		about: "second interface up, 3 s later the first gone, same LAN",
		routers: ["portRestricted"],
		isCameraAllowed: true,
		overlapMs: 3_000,
	},
	{
		about: "interface swapped, same LAN",
		thin: [cc],
		routers: ["portRestricted"],
		isCameraAllowed: true,
	},
	{
		about: "moved to another network, the other side a full cone",
		routers: ["portRestricted", "fullCone"],
		elsewhere: "portRestricted",
		isCameraAllowed: true,
	},
];

/**
 * Firefox closes a connection for good, channels and all, when its own interface goes; and when the other's has gone
 * for half a minute.
 */
const isLostFor = (pair: Pair, seconds = 0) =>
	pair[0] === "firefox" || (seconds >= 30 && pair.includes("firefox"));

/** It is said, and codes bring the two together again, with everything that was written meanwhile. */
async function reconnect(
	cell: Cell,
	sinceMs: number,
	lines: readonly string[],
): Promise<string> {
	const { one, other } = cell;
	const told = await one.see({ state: ["severed"] }, sinceMs, backLimitMs);
	if (!told) throw new Error("not told that the connection is gone");
	await Promise.all([one.click("reconnect"), other.click("reconnect")]);
	await other.take(await one.invite());
	const tookMs = await connectedAfter(
		cell,
		await one.take(await other.reply()),
	);
	await allHeard(cell, lines, backLimitMs);
	await bothSee(cell, pictureLimitMs);
	const seconds = Math.round((told.atMs - sinceMs) / 1_000);
	return `explained after ${seconds} s; by new codes ${tookMs} ms, ${2 * lineCount} lines once each`;
}

describe.runIf(canRunLab)("a call", () => {
	test.each(
		cellsOf([
			{
				...twoNats,
				about: "5 % loss and 200 ms delay",
				delayMs: 200,
				thin: [cf],
			},
		]),
	)("stands over a path of %s: %s", async (_, __, setting, pair) => {
		await inCell(setting, pair, async (cell) => {
			await createTrouble(cell.network).lose("one", 5);
			const tookMs = await connectedAfter(cell, await handOver(cell));
			await talk(cell);
			const heardMs = await allHeard(cell, await writeLines(cell), backLimitMs);
			return `${tookMs} ms; 20 lines once each, the last after ${heardMs} ms`;
		});
	});

	test.each(cellsOf(cuts))("survives: %s, %s", async (_, __, cut, pair) => {
		await inCell(cut, pair, async (cell) => {
			const trouble = createTrouble(cell.network);
			await inCall(cell);
			const cutAt = Date.now();
			await (cut.isLink ? trouble.unplug("one") : trouble.block("one"));
			await pause(500);
			const lines = await writeLines(cell);
			await pause(Math.max(0, cutAt + cut.seconds * 1_000 - Date.now()));
			await (cut.isLink ? trouble.plugIn("one") : trouble.unblock("one"));
			if (cut.isLink && isLostFor(pair, cut.seconds))
				return reconnect(cell, cutAt, lines);
			const backMs = await allHeard(cell, lines, backLimitMs);
			await bothSee(cell, pictureLimitMs);
			return `back after ${backMs} ms, 20 lines once each`;
		});
	});

	test.each(cellsOf(moves))(
		"goes on, within 5 s: %s, %s",
		async (_, __, setting, pair) => {
			await inCell(setting, pair, (cell) =>
				swap(cell, pair, setting.overlapMs ?? 0),
			);
		},
	);
});

async function swap(
	cell: Cell,
	pair: Pair,
	overlapMs: number,
): Promise<string> {
	await inCall(cell);
	await createTrouble(cell.network).moveOn("one", overlapMs);
	const movedAt = Date.now();
	const lines = await writeLines(cell);
	if (isLostFor(pair)) return reconnect(cell, movedAt, lines);
	await allHeard(cell, lines, backLimitMs);
	const backMs = Date.now() - movedAt;
	expect(backMs).toBeLessThan(recoverLimitMs);
	await bothSee(cell, pictureLimitMs);
	return `back after ${backMs} ms, 20 lines once each`;
}
