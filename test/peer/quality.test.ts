import { describe, expect, test } from "vitest";
import { barsOf } from "../../src/peer/quality.ts";
import type { Sample } from "../../src/peer/stats.ts";

const fine: Sample = {
	atMs: 0,
	path: { is: "direct", roundTripMs: 30 },
	sentBytes: 250_000,
	receivedBytes: 250_000,
	sentBitsPerSecond: 1_000_000,
	receivedBitsPerSecond: 1_000_000,
	lossPercent: 0,
	framesPerSecond: 30,
	frozenPercent: 0,
	concealedPercent: 0,
};

const trip = (roundTripMs: number | null): Partial<Sample> => ({
	path: { is: "direct", roundTripMs },
});

describe("a call is shown with", () => {
	test.each<[number, string, Partial<Sample>]>([
		[3, "nothing wrong", {}],
		[3, "a few packets lost", { lossPercent: 2 }],
		[2, "one in twenty lost", { lossPercent: 5 }],
		[1, "one in six lost", { lossPercent: 17 }],
		[3, "a way around half the world", trip(250)],
		[2, "a way over a satellite", trip(650)],
		[1, "a way that takes a second", trip(1_000)],
		[3, "a camera in the dark", { framesPerSecond: 15 }],
		[2, "few pictures", { framesPerSecond: 8 }],
		[1, "a slide show", { framesPerSecond: 2 }],
		[1, "a picture that stands", { framesPerSecond: 0 }],
		[2, "a picture that stumbles", { frozenPercent: 8 }],
		[1, "a picture that stands most of the time", { frozenPercent: 60 }],
		[2, "sound with holes", { concealedPercent: 8 }],
		[1, "sound that breaks up", { concealedPercent: 30 }],
		[1, "one thing bad and all else fine", { ...trip(20), lossPercent: 30 }],
		[3, "cameras and microphones off", { ...nothing(), ...trip(20) }],
		[3, "nothing known but that it stands", { ...nothing(), path: null }],
	])("%i bars: %s", (bars, _, change) => {
		const sample = { ...fine, ...change };
		expect(barsOf([sample, sample, sample])).toBe(bars);
	});
});

function nothing(): Partial<Sample> {
	return {
		lossPercent: null,
		framesPerSecond: null,
		frozenPercent: null,
		concealedPercent: null,
	};
}

test("a single hiccup of moments takes no bar, and what is over is forgotten", () => {
	const hiccup = { ...fine, lossPercent: 10 };
	expect(barsOf([fine, hiccup, fine])).toBe(3);
	expect(barsOf([hiccup, hiccup, fine])).toBe(2);
	expect(barsOf([hiccup, hiccup, fine, fine, fine])).toBe(3);
});

test("what has not been looked at has no bars", () => {
	expect(barsOf([])).toBeNull();
});
