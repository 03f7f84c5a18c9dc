import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packAddress, unpackAddress } from "../../src/codec/address.ts";
import { createCursor } from "../../src/codec/bytes.ts";
import { address } from "./arbitrary.ts";

function repack(text: string): string | null {
	const packed = packAddress(text);
	if (packed === null) return null;
	return unpackAddress(
		packed.family,
		createCursor(Uint8Array.from(packed.bytes)),
	);
}

describe("an address", () => {
	test.each([
		"0.0.0.0",
		"203.0.113.77",
		"::",
		"::1",
		"fd00::2",
		"2001:db8::1:0:0:1",
		"2001:db8:0:1:1:1:1:1",
		"1:2:3:4:5:6:7:8",
		"0:2:3:4:5:6:7:8",
		"10:0:0:1::",
		"a90eacba-5a0b-46aa-86d7-5730ac127fcd.local",
		"A90EACBA-5A0B-46AA-86D7-5730AC127FCD.local",
		"turn.example.org",
	])("%s comes back as it was", (text) => {
		expect(repack(text)).toBe(text);
	});

	test.each([
		["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
		["2001:0db8::0:1", "2001:db8::1"],
		["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
		["::ffff:192.0.2.1", "::ffff:c000:201"],
	])("%s comes back as %s", (text, canonical) => {
		expect(repack(text)).toBe(canonical);
	});

	test("of any kind packs into the same bytes again", () => {
		fc.assert(
			fc.property(address, (text) => {
				const packed = packAddress(text);
				expect(packed).not.toBeNull();
				expect(packAddress(repack(text) ?? "")).toEqual(packed);
			}),
		);
	});

	test.each([
		"",
		"256.1.1.1",
		"1.2.3",
		"1.2.3.4.",
		"01.2.3.4",
		"1.2.3.4.5",
		":::",
		"1::2::3",
		"1:2:3:4:5:6:7",
		"1:2:3:4:5:6:7:8:9",
		"1:2:3:4:5:6:7:8::",
		"fe80::1%eth0",
		"12345::",
		"::1.2.3.4:5",
		"a b",
		"evil.local\r\na=setup:active",
		"name_with_underscore",
		`${"a".repeat(254)}`,
	])("%j is none", (text) => {
		expect(packAddress(text)).toBeNull();
	});

	test("that is a name has only the letters of names, whatever the bytes say", () => {
		const hostile = "a.local\r\na=ice-lite";
		const bytes = [hostile.length, ...new TextEncoder().encode(hostile)];
		expect(
			unpackAddress("name", createCursor(Uint8Array.from(bytes))),
		).toBeNull();
	});

	test("that is a name is not one that has a shorter way", () => {
		const bytes = [7, ...new TextEncoder().encode("1.2.3.4")];
		expect(
			unpackAddress("name", createCursor(Uint8Array.from(bytes))),
		).toBeNull();
	});
});
