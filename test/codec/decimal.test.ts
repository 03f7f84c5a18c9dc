import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitsFor, fromDigits, toDigits } from "../../src/codec/decimal.ts";

describe("digits", () => {
	test("give back the bytes they were made of", () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(toDigits(bytes)).toHaveLength(digitsFor(bytes.length));
				expect(fromDigits(toDigits(bytes))).toEqual(bytes);
			}),
		);
	});

	test("are seventeen for seven bytes and as few as possible for the rest", () => {
		const all = Uint8Array.from({ length: 13 }, () => 255);
		expect(toDigits(all)).toBe("72057594037927935281474976710655");
		expect(toDigits(all.subarray(0, 1))).toBe("255");
		expect(toDigits(Uint8Array.of(0, 0, 0, 1))).toBe("0000000001");
	});

	test("that stand for no bytes are refused", () => {
		for (const digits of ["256", "1", "12", "1234", "72057594037927936", "12a"])
			expect(fromDigits(digits)).toBeNull();
	});
});
