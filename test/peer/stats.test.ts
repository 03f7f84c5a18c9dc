// Against reports that a Chromium and a Firefox have really given, in a call with each other.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
	type CallStat,
	type Counters,
	countersOf,
	sampleOf,
} from "../../src/peer/stats.ts";

const engines = ["chromium-156", "firefox-153"] as const;

function report(name: string): readonly CallStat[] {
	const file = new URL(`reports/${name}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, "utf8"));
}

function cameraOf(stats: readonly CallStat[]): string | null {
	const found = stats.find(
		({ type, kind }) => type === "inbound-rtp" && kind === "video",
	);
	return typeof found?.trackIdentifier === "string"
		? found.trackIdentifier
		: null;
}

function counted(engine: string, moment: string, atMs: number): Counters {
	const stats = report(`${engine}-${moment}`);
	return countersOf(stats, cameraOf(stats), atMs);
}

function sample(engine: string, from: string, to: string, ms: number) {
	return sampleOf(counted(engine, from, 0), counted(engine, to, ms));
}

describe.each(engines)("what %s reports", (engine) => {
	test("of two who are only connected holds a path, and nothing of pictures", () => {
		const counters = counted(engine, "quiet", 0);
		expect(counters.path?.is).toBe("sameNetwork");
		expect(counters.path?.roundTripMs).toBeGreaterThanOrEqual(0);
		expect(counters.sentBytes).toBeGreaterThan(0);
		expect(counters).toMatchObject({ frames: null, theirLossPercent: null });
	});

	test("of a call in one room is many frames and no loss", () => {
		const found = sample(engine, "call", "call-later", 2_000);
		expect(found?.lossPercent).toBe(0);
		expect(found?.frozenPercent).toBe(0);
		expect(found?.concealedPercent).toBe(0);
		expect(found?.framesPerSecond).toBeGreaterThan(15);
		expect(found?.receivedBitsPerSecond).toBeGreaterThan(100_000);
		expect(found?.sentBitsPerSecond).toBeGreaterThan(100_000);
	});

	test("of a camera that is off is no frame rate at all", () => {
		const stats = report(`${engine}-call-later`);
		const before = counted(engine, "call", 0);
		const found = sampleOf(before, countersOf(stats, null, 2_000));
		expect(found).toMatchObject({ framesPerSecond: null, frozenPercent: null });
	});

	test("of another link, whose counters begin anew, counts from nothing", () => {
		const found = sample(engine, "call-later", "quiet", 2_000);
		const fresh = counted(engine, "quiet", 0);
		expect(found).toMatchObject({
			sentBytes: fresh.sentBytes,
			receivedBytes: fresh.receivedBytes,
			lossPercent: null,
		});
	});
});

const still = counted("chromium-156", "call", 0);

test.each<[string, Partial<Counters>, number]>([
	["a tenth of theirs", { packets: still.packets + 90, lostPackets: 10 }, 10],
	["a fifth of mine", { theirLossPercent: 20 }, 20],
	["one that came after all", { lostPackets: -1 }, 0],
	["all", { lostPackets: 50 }, 100],
])("loss of %s is told", (_, change, percent) => {
	const after = { ...still, atMs: 2_000, ...change };
	expect(sampleOf(still, after)?.lossPercent).toBeCloseTo(percent);
});

test("two looks in the same moment tell nothing", () => {
	expect(sampleOf(still, still)).toBeNull();
});

test("a browser that does not know the way of a path tells it by its media", () => {
	const stats = report("firefox-153-call").map((stat) => {
		const { currentRoundTripTime: _, ...rest } = stat;
		return rest;
	});
	expect(countersOf(stats, null, 0).path?.roundTripMs).toBeGreaterThan(0);
});

test("a report of nothing, or of nonsense, is no figure", () => {
	expect(countersOf([], null, 0)).toMatchObject({ path: null, packets: 0 });
	const odd = [
		{ type: "transport", selectedCandidatePairId: "1" },
		{ type: "candidate-pair", id: "1", bytesSent: "many" },
		{ type: "inbound-rtp", packetsLost: Number.NaN },
	];
	expect(countersOf(odd, null, 0)).toMatchObject({
		sentBytes: 0,
		lostPackets: 0,
	});
});
