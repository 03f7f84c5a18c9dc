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

// What we announce (RFC 8841, 6.1), with the head of a file's piece. No honest browser sends more at once; Firefox can be
// told to, and every browser lets some megabytes in. Two may be a mistake of another tool; the third ends it.
const mostMessageLength = 65_536 + 44;
const giantCost = 150;

const sizeOf = (data: unknown): number => {
	if (typeof data === "string") return data.length;
	return data instanceof ArrayBuffer ? data.byteLength : (data as Blob).size;
};

/** How many messages that nobody wants this one counts as; one that may be wanted is one. */
export const nuisanceOf = (data: unknown): number =>
	sizeOf(data) > mostMessageLength ? giantCost : 1;

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
	// Three are asked for at once, and made at most a few times in a minute.
	lane: { perSecond: 0.5, burst: 30 },
} as const satisfies Record<string, Rate>;

export function createNegotiationThrottle(now: () => number) {
	const takes = {
		description: createThrottle(negotiationRates.description, now),
		candidate: createThrottle(negotiationRates.candidate, now),
		refused: createThrottle(negotiationRates.refused, now),
		wish: createThrottle(negotiationRates.wish, now),
		lane: createThrottle(negotiationRates.lane, now),
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
				const nuisance = nuisanceOf(data);
				const isWanted =
					nuisance === 1 &&
					takeMessage(isBeat(data) ? beatCost : 1) &&
					takeChars(lengthOf(data));
				if (isWanted) return handle(data);
				dropped += nuisance;
				if (dropped > rule.mostDropped) onFlood();
			}, lifetime),
	};
}
