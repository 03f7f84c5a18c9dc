// How good a call is, in three bars, from its last few samples. Pure: the worst of what a person notices decides.

import type { Sample } from "./stats.ts";

export type Bars = 1 | 2 | 3;

type Figure =
	| "lossPercent"
	| "roundTripMs"
	| "frozenPercent"
	| "concealedPercent"
	| "framesPerSecond";

/** From where on a figure is no longer good, and from where on it is bad. */
type Limit = { readonly fair: number; readonly poor: number };

export const limits: Readonly<Record<Figure, Limit>> = {
	// Opus and the browsers' repairs hide a few lost packets, not many.
	lossPercent: { fair: 4, poor: 12 },
	// ITU-T G.114: people begin to talk over each other from 150 ms one way, and give up from 400 ms.
	roundTripMs: { fair: 300, poor: 800 },
	frozenPercent: { fair: 5, poor: 20 },
	concealedPercent: { fair: 5, poor: 15 },
	// The other way round: a camera in the dark gives 15.
	framesPerSecond: { fair: 10, poor: 5 },
};

/** Six seconds: a single hiccup is none of anybody's business. */
export const sampleCount = 3;

const figures = Object.keys(limits) as Figure[];

const figureOf = (sample: Sample, figure: Figure): number | null =>
	figure === "roundTripMs"
		? (sample.path?.roundTripMs ?? null)
		: sample[figure];

function meanOf(samples: readonly Sample[], figure: Figure): number | null {
	const values = samples
		.map((sample) => figureOf(sample, figure))
		.filter((value) => value !== null);
	if (values.length === 0) return null;
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function barsFor(figure: Figure, value: number): Bars {
	const { fair, poor } = limits[figure];
	const isFalling = poor < fair;
	const isPast = (limit: number) =>
		isFalling ? value < limit : value >= limit;
	if (isPast(poor)) return 1;
	return isPast(fair) ? 2 : 3;
}

/** Null where nothing has been seen of it yet. */
export function barsOf(samples: readonly Sample[]): Bars | null {
	const last = samples.slice(-sampleCount);
	if (last.length === 0) return null;
	return figures.reduce<Bars>((worst, figure) => {
		const mean = meanOf(last, figure);
		if (mean === null) return worst;
		const bars = barsFor(figure, mean);
		return bars < worst ? bars : worst;
	}, 3);
}
