// Networks that fail while people talk: what was written in the meantime arrives, once, and in its order.

import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
	type Cell,
	canRunLab,
	everyPair,
	inCell,
	isWhole,
	type Pair,
	pairName,
	pairs,
	type Setting,
} from "./support/cell.ts";
import { connectedAfter, handOver, talk } from "./support/meet.ts";
import { createTrouble } from "./support/trouble.ts";

const recoverLimitMs = 5_000;
const backLimitMs = 30_000;
const lineCount = 10;

const twoNats: Omit<Setting, "about"> = {
	routers: ["portRestricted", "portRestricted"],
	isCameraAllowed: true,
};

const each = (): [string, Pair][] =>
	pairs(...everyPair).map((pair) => [pairName(pair), pair]);

async function inCall(cell: Cell): Promise<void> {
	await connectedAfter(cell, await handOver(cell));
	await talk(cell);
	for (const person of [cell.one, cell.other])
		await person.click("toggle-camera");
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
	const wanted = { interval: 50, timeout: limitMs };
	await Promise.all([
		expect.poll(other.heard, wanted).toEqual(["from one", ...lines]),
		expect.poll(one.heard, wanted).toEqual(["from the other", ...lines]),
	]);
	return Date.now() - sinceMs;
}

describe.runIf(canRunLab)("a call", () => {
	test.each(each())(
		"stands over a path that loses 5 %% and delays by 200 ms: %s",
		async (_, pair) => {
			const about = "5 % loss and 200 ms delay";
			const setting = { ...twoNats, about, delayMs: 200 };
			await inCell(setting, pair, async (cell) => {
				await createTrouble(cell.network).lose("one", 5);
				const tookMs = await connectedAfter(cell, await handOver(cell));
				await talk(cell);
				const heardMs = await allHeard(cell, await writeLines(cell), 30_000);
				return `${tookMs} ms; 20 lines once each, the last after ${heardMs} ms`;
			});
		},
	);

	test.each(
		(isWhole ? [5, 30] : [5]).flatMap((seconds) =>
			each().map(([name, pair]): [number, string, Pair] => [
				seconds,
				name,
				pair,
			]),
		),
	)("survives a plug pulled for %i s: %s", async (seconds, _, pair) => {
		const about = `link down for ${seconds} s`;
		await inCell({ ...twoNats, about }, pair, async (cell) => {
			const trouble = createTrouble(cell.network);
			await inCall(cell);
			const cutAt = Date.now();
			await trouble.unplug("one");
			await pause(1_000);
			const lines = await writeLines(cell);
			await pause(Math.max(0, cutAt + seconds * 1_000 - Date.now()));
			await trouble.plugIn("one");
			const backMs = await allHeard(cell, lines, backLimitMs);
			return `back after ${backMs} ms, 20 lines once each`;
		});
	});

	test.each(each())(
		"goes on when a device changes its address: %s",
		async (_, pair) => {
			const about = "interface swapped, same LAN";
			const setting: Setting = {
				about,
				routers: ["portRestricted"],
				isCameraAllowed: true,
			};
			await inCell(setting, pair, (cell) => swap(cell));
		},
	);

	test.each(each())(
		"goes on when a device changes to another network: %s",
		async (_, pair) => {
			const about = "moved to another network, the other side a full cone";
			const setting: Setting = {
				about,
				routers: ["portRestricted", "fullCone"],
				elsewhere: "portRestricted",
				isCameraAllowed: true,
			};
			await inCell(setting, pair, (cell) => swap(cell));
		},
	);
});

async function swap(cell: Cell): Promise<string> {
	await inCall(cell);
	const movedAt = Date.now();
	await createTrouble(cell.network).moveOn("one");
	const lines = await writeLines(cell);
	try {
		await allHeard(cell, lines, backLimitMs);
	} catch (error) {
		const stories = [cell.one, cell.other].map((it) => it.story(movedAt));
		throw new Error(`not back: ${(await Promise.all(stories)).join(" / ")}`, {
			cause: error,
		});
	}
	const backMs = Date.now() - movedAt;
	expect(backMs).toBeLessThan(recoverLimitMs);
	return `back after ${backMs} ms, 20 lines once each`;
}
