import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { armor, unarmor } from "../../src/codec/base32.ts";
import { checksum, hasChecksum } from "../../src/codec/checksum.ts";
import { fromDigits, toDigits } from "../../src/codec/decimal.ts";

const sealed = fc
	.uint8Array({ minLength: 1, maxLength: 40 })
	.map((bytes) => Uint8Array.from([...bytes, ...checksum(bytes)]));

/** Whether a spelling with one character replaced by each other one is noticed every time. */
function isAlwaysNoticed(
	spelling: string,
	alphabet: string,
	decode: (text: string) => Uint8Array | null,
): boolean {
	return [...spelling].every((was, at) =>
		[...alphabet].every((other) => {
			if (other === was) return true;
			const changed = spelling.slice(0, at) + other + spelling.slice(at + 1);
			const bytes = decode(changed);
			return bytes === null || !hasChecksum(bytes);
		}),
	);
}

describe("the checksum", () => {
	test("fits what it was made of", () => {
		fc.assert(fc.property(sealed, hasChecksum));
	});

	test("notices every single wrong letter", () => {
		fc.assert(
			fc.property(sealed, (bytes) =>
				isAlwaysNoticed(
					armor(bytes),
					"0123456789ABCDEFGHJKMNPQRSTVWXYZ",
					unarmor,
				),
			),
			{ numRuns: 30 },
		);
	});

	test("notices every single wrong digit", () => {
		fc.assert(
			fc.property(sealed, (bytes) =>
				isAlwaysNoticed(toDigits(bytes), "0123456789", fromDigits),
			),
			{ numRuns: 30 },
		);
	});

	test("notices two neighbouring letters that changed places", () => {
		fc.assert(
			fc.property(sealed, fc.nat(), (bytes, place) => {
				const letters = [...armor(bytes)];
				const at = place % (letters.length - 1);
				const [a = "", b = ""] = letters.splice(at, 2);
				letters.splice(at, 0, b, a);
				const swapped = unarmor(letters.join(""));
				return a === b || swapped === null || !hasChecksum(swapped);
			}),
		);
	});

	test("has one value, not a second one a prime above it", () => {
		for (let first = 0; first < 65536; first += 1) {
			const bytes = [first >> 8, first & 255];
			const [high = 0, low = 0] = checksum(bytes);
			const above = high * 256 + low + 65521;
			if (above > 65535) continue;
			const twin = Uint8Array.from([...bytes, above >> 8, above & 255]);
			expect(hasChecksum(twin)).toBe(false);
		}
	});

	test("is not that of nothing but zeros", () => {
		for (let length = 0; length < 100; length += 1)
			expect(hasChecksum(new Uint8Array(length))).toBe(false);
	});
});
