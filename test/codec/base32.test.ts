import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { armor, lettersFor, unarmor } from "../../src/codec/base32.ts";

describe("letters", () => {
	test("give back the bytes they were made of", () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(armor(bytes)).toHaveLength(lettersFor(bytes.length));
				expect(unarmor(armor(bytes))).toEqual(bytes);
			}),
		);
	});

	test("are those of RFC 4648's example in Crockford's alphabet", () => {
		expect(armor(new TextEncoder().encode("foobar"))).toBe("CSQPYRK1E8");
	});

	test("may be small, and mistaken for one another", () => {
		const bytes = unarmor("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
		expect(bytes).not.toBeNull();
		expect(unarmor("oi23456789abcdefghjkmnpqrstvwxyz")).toEqual(bytes);
		expect(unarmor("Ol23456789ABCDEFGHJKMNPQRSTVWXYZ")).toEqual(bytes);
		expect(unarmor("0L23456789ABCDEFGHJKMNPQRSTVWXYZ")).toEqual(bytes);
	});

	test("that are not of the alphabet are refused", () => {
		for (const letter of "Uu-_*. é\0")
			expect(unarmor(`00${letter}0`)).toBeNull();
	});

	test("have one spelling: what fills up the last one must be zero", () => {
		expect(unarmor("ZW")).toEqual(Uint8Array.of(255));
		for (const last of "XYZ") expect(unarmor(`Z${last}`)).toBeNull();
		expect(unarmor("000")).toBeNull();
	});
});
