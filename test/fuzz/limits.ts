// How large a part of a message may be, said a second time and apart from the parsers: and what is larger than that.

import fc from "fast-check";
import { holds } from "./target.ts";

export type Limits = Readonly<Record<string, number>>;

/** Every text in it is no longer than is said of its field (64 characters where nothing is), and every list than 32. */
export function keepsTo(limits: Limits, value: unknown, field = ""): void {
	if (typeof value === "string") holds(value.length <= (limits[field] ?? 64));
	if (typeof value === "number") holds(Number.isSafeInteger(value));
	if (typeof value !== "object" || value === null) return;
	if (Array.isArray(value)) holds(value.length <= 32);
	for (const [key, part] of Object.entries(value))
		keepsTo(limits, part, Array.isArray(value) ? field : key);
}

const grains = [
	"x",
	"\u0000",
	"\nm=",
	"\na=candidate:",
	"candidate:",
	"\u202E",
];
const sizes = [33, 41, 65, 130, 520, 1_100, 4_100, 8_100, 16_100, 60_100];

/** Texts and lists just over one limit or another. */
export const large: fc.Arbitrary<unknown> = fc.oneof(
	fc
		.tuple(
			fc.constantFrom("", "candidate:", "v=0\r\n"),
			fc.constantFrom(...grains),
			fc.constantFrom(...sizes),
		)
		.map(([start, grain, size]) => start + grain.repeat(size)),
	fc.constantFrom(...sizes.slice(0, 4)).map((size) => Array(size).fill("a")),
);
