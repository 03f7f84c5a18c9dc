// Wholes, and frames of them, for the tests of frames.

import fc from "fast-check";
import { fromDigits } from "../../src/codec/decimal.ts";
import {
	type Collector,
	createCollector,
	type FrameResult,
	split,
} from "../../src/codec/frames.ts";

export const address = "https://user.github.io/app/#";
export const longest = 16_388;

export const wholes = fc.oneof(
	fc.uint8Array({ minLength: 1, maxLength: 600 }),
	fc.uint8Array({ minLength: 500, maxLength: 2500 }),
);

/** Bytes that repeat nowhere soon, the same on every run. */
export const bytesOf = (length: number, seed = 1): Uint8Array =>
	Uint8Array.from({ length }, (_, at) => ((at + seed) ** 2 * 40503) >>> 7);

export function addAll(
	bytes: Uint8Array,
	indices: Iterable<number>,
	collector: Collector = createCollector(),
): FrameResult[] {
	return Array.from(indices, (index) => collector.add(split(bytes, index)));
}

/** The bytes of a frame, without what a checksum would be. */
export const openFrame = (digits: string): number[] => [
	...(fromDigits(digits.slice(1)) ?? []).slice(0, -2),
];
