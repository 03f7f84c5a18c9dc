import { readFileSync } from "node:fs";
import fc from "fast-check";
import { create } from "qrcode";
import { describe, expect, test } from "vitest";
import { checksum } from "../../src/codec/checksum.ts";
import { toDigits } from "../../src/codec/decimal.ts";
import {
	createCollector,
	frameCountFor,
	split,
} from "../../src/codec/frames.ts";
import {
	addAll,
	address,
	bytesOf,
	longest,
	openFrame,
	wholes,
} from "./frame-samples.ts";

type Vector = {
	name: string;
	bytes: string;
	pieceCount: number;
	frames: { index: number; digits: string }[];
};

const { vectors }: { vectors: Vector[] } = JSON.parse(
	readFileSync(new URL("../vectors/frames.json", import.meta.url), "utf8"),
);
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
const whole = (bytes: Uint8Array) => ({ is: "whole", bytes });

describe("the vector of", () => {
	test.each(vectors)("$name is split byte for byte", (vector) => {
		const bytes = unhex(vector.bytes);
		expect(frameCountFor(bytes.length)).toBe(vector.pieceCount);
		for (const { index, digits } of vector.frames)
			expect(split(bytes, index)).toBe(digits);
	});

	test.each(vectors)("$name is put together", ({ bytes, frames }) => {
		const collector = createCollector();
		const results = frames.map(({ digits }) => collector.add(digits));
		expect(results.at(-1)).toEqual(whole(unhex(bytes)));
	});
});

describe("frames give the bytes back", () => {
	test("any of them, in any order, as many as there are pieces", () => {
		fc.assert(
			fc.property(
				wholes,
				fc.uniqueArray(fc.nat(250), { minLength: 14, maxLength: 14 }),
				(bytes, all) => {
					const need = frameCountFor(bytes.length);
					const results = addAll(bytes, all.slice(0, need));
					const counts = results.map((_, at) => ({
						is: "partial",
						have: at + 1,
						need,
					}));
					expect(results).toEqual([...counts.slice(0, -1), whole(bytes)]);
				},
			),
		);
	});

	test("of the longest code, plain or only mixes", () => {
		const bytes = bytesOf(longest);
		const need = frameCountFor(longest);
		expect(need).toBe(88);
		for (const start of [0, 40, 88, 163, 1000]) {
			const indices = Array.from({ length: need }, (_, at) => start + at);
			expect(addAll(bytes, indices).at(-1)).toEqual(whole(bytes));
		}
	});

	test("behind an address as well as alone", () => {
		const bytes = bytesOf(600);
		const collector = createCollector();
		for (const index of [0, 1, 2])
			collector.add(`${address}${split(bytes, index)}`);
		expect(collector.add(split(bytes, 9))).toEqual(whole(bytes));
	});

	test("however often one is seen, before and after the end", () => {
		fc.assert(
			fc.property(wholes, fc.array(fc.nat(20)), (bytes, indices) => {
				const need = frameCountFor(bytes.length);
				const collector = createCollector();
				const seen = new Set<number>();
				for (const index of indices) {
					const [result] = addAll(bytes, [index], collector);
					seen.add(index);
					expect(result).toEqual(
						seen.size < need
							? { is: "partial", have: seen.size, need }
							: whole(bytes),
					);
				}
			}),
		);
	});

	test("to a camera that sees every n-th of them only", () => {
		const bytes = bytesOf(longest);
		for (const step of [2, 3, 4, 5, 16, 128, 250]) {
			const indices = Array.from({ length: 88 }, (_, at) => at * step);
			expect(addAll(bytes, indices).at(-1)).toEqual(whole(bytes));
		}
	});

	test("although one was wrong and passed for a frame", () => {
		const bytes = bytesOf(600);
		const wrong = openFrame(split(bytes, 2));
		wrong[50] = (wrong[50] ?? 0) ^ 1;
		const forged = `9${toDigits(Uint8Array.from([...wrong, ...checksum(wrong)]))}`;
		const collector = createCollector();
		addAll(bytes, [0, 1], collector);
		expect(collector.add(forged)).toMatchObject({ have: 3 });
		expect(addAll(bytes, [3], collector)).toEqual([
			{ is: "partial", have: 0, need: 4 },
		]);
		expect(addAll(bytes, [4, 5, 6, 7], collector).at(-1)).toEqual(whole(bytes));
	});
});

describe("several codes in view", () => {
	test("are each put together, their frames however mixed", () => {
		fc.assert(
			fc.property(
				wholes,
				fc.nat(),
				fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
				(bytes, at, turns) => {
					const other = bytes.slice();
					// As much alike as can be: of one length, one byte apart.
					const place = at % other.length;
					other[place] = (other[place] ?? 0) ^ 255;
					const collector = createCollector();
					const shown = { true: 0, false: 0 };
					for (const turn of turns) {
						const one = turn ? bytes : other;
						const [result] = addAll(one, [shown[`${turn}`]], collector);
						shown[`${turn}`] += 1;
						if (shown[`${turn}`] >= frameCountFor(one.length))
							expect(result).toEqual(whole(one));
						else expect(result).toMatchObject({ have: shown[`${turn}`] });
					}
				},
			),
		);
	});

	test("are kept up to four; then the one not seen for longest starts anew", () => {
		const collector = createCollector();
		const all = [1, 2, 3, 4, 5].map((seed) => bytesOf(300, seed));
		for (const bytes of all.slice(0, 4)) addAll(bytes, [0], collector);
		const [first = bytesOf(1), second = bytesOf(1), , , fifth = bytesOf(1)] =
			all;
		expect(addAll(first, [0, 0], collector).at(-1)).toMatchObject({ have: 1 });
		addAll(fifth, [0], collector);
		expect(addAll(second, [1], collector)).toMatchObject([{ have: 1 }]);
		expect(addAll(first, [1], collector)).toEqual([whole(first)]);
	});
});

describe("a picture of a frame", () => {
	test("is at most version 9 behind 28 characters, whatever the code", () => {
		for (let length = 1; length <= longest; length += 61) {
			const text = address + split(bytesOf(length), 1);
			const { version } = create(text, { errorCorrectionLevel: "L" });
			expect(version).toBeLessThanOrEqual(9);
		}
	});

	test("is as large as every other of the same code", () => {
		for (const length of [485, 600, 1000, 2000, longest]) {
			const lengths = [0, 1, 5, 88, 250, 251].map(
				(index) => split(bytesOf(length), index).length,
			);
			expect(new Set(lengths).size).toBe(1);
		}
	});

	test("is not made of what is no code, nor counted from below 0", () => {
		const bytes = bytesOf(10);
		expect(() => split(new Uint8Array(), 0)).toThrow(RangeError);
		expect(() => split(new Uint8Array(longest + 1), 0)).toThrow(RangeError);
		expect(() => split(bytes, -1)).toThrow(RangeError);
		expect(() => split(bytes, 0.5)).toThrow(RangeError);
	});
});
