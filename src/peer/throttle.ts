// How much may come in. Far above anything that two people do, far below what makes a page slow: what is over it is
// dropped unread, and whoever goes on all the same is hung up on.

import { createThrottle, type Rate } from "../lib/throttle.ts";
import type { Wire } from "./wires.ts";

export type FloodRule = {
	readonly messages: Rate;
	readonly chars: Rate;
	/** So many may be dropped before it is a flood. */
	readonly mostDropped: number;
};

export const floodRules = {
	// Beats, addresses, descriptions of up to 30 kB; a hundred presses of a button within a second.
	control: {
		messages: { perSecond: 50, burst: 600 },
		chars: { perSecond: 200_000, burst: 3_000_000 },
		mostDropped: 300,
	},
	// What was written while the two were apart comes at once. What is dropped is not confirmed, so it comes again.
	chat: {
		messages: { perSecond: 20, burst: 300 },
		chars: { perSecond: 50_000, burst: 1_000_000 },
		mostDropped: 300,
	},
} satisfies Record<string, FloodRule>;

/** A folder of thousands is announced at once, and every file of it is spoken of a few times. */
export const fileTextRate: Rate = { perSecond: 2_000, burst: 20_000 };

/** After a file was cancelled, what was on its way still comes: some megabytes of it. */
export const strayRate: Rate = { perSecond: 50, burst: 1_000 };

/** Every one may make the browser work for hundredths of a second, or send packets to an address of their choice. */
const negotiationRates = {
	description: { perSecond: 2, burst: 60 },
	candidate: { perSecond: 5, burst: 200 },
	refused: { perSecond: 5, burst: 60 },
	wish: { perSecond: 5, burst: 60 },
} as const satisfies Record<string, Rate>;

export function createNegotiationThrottle(now: () => number) {
	const takes = {
		description: createThrottle(negotiationRates.description, now),
		candidate: createThrottle(negotiationRates.candidate, now),
		refused: createThrottle(negotiationRates.refused, now),
		wish: createThrottle(negotiationRates.wish, now),
	};
	return (type: keyof typeof negotiationRates): boolean => takes[type](1);
}

// A page that slept for hours is given all their beats at once.
const isBeat = (data: unknown) => data === '{"type":"beat"}';
const beatCost = 0.005;

const lengthOf = (data: unknown): number =>
	typeof data === "string" ? data.length : 100_000;

export function withThrottle(
	wire: Wire,
	rule: FloodRule,
	now: () => number,
	onFlood: () => void,
): Wire {
	const takeMessage = createThrottle(rule.messages, now);
	const takeChars = createThrottle(rule.chars, now);
	let dropped = 0;
	return {
		...wire,
		onText: (handle, lifetime) =>
			wire.onText((data) => {
				const isWanted =
					takeMessage(isBeat(data) ? beatCost : 1) && takeChars(lengthOf(data));
				if (isWanted) return handle(data);
				dropped += 1;
				if (dropped > rule.mostDropped) onFlood();
			}, lifetime),
	};
}
