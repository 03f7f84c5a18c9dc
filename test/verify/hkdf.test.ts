// The vectors of RFC 4231 and RFC 5869, appendix A.

import { expect, test } from "vitest";
import { hkdf, hmac } from "../../src/verify/hkdf.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const hex = (some: Uint8Array) => Buffer.from(some).toString("hex");
const text = (some: string) => hex(new TextEncoder().encode(some));
const row = (from: number, to: number) =>
	Uint8Array.from({ length: to - from + 1 }, (_, at) => from + at);

test.each([
	[
		"0b".repeat(20),
		text("Hi There"),
		"b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
	],
	[
		text("Jefe"),
		text("what do ya want for nothing?"),
		"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
	],
	[
		"aa".repeat(131),
		text("Test Using Larger Than Block-Size Key - Hash Key First"),
		"60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
	],
])("HMAC of RFC 4231, key %s", (key, message, sum) => {
	expect(hex(hmac(bytes(key), bytes(message)))).toBe(sum);
});

test("HKDF of RFC 5869, A.1", () => {
	const key = bytes("0b".repeat(22));
	expect(hex(hkdf(key, row(0x00, 0x0c), row(0xf0, 0xf9), 42))).toBe(
		"3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
	);
});

test("HKDF of RFC 5869, A.2: longer than one sum", () => {
	const [key, salt, info] = [row(0, 0x4f), row(0x60, 0xaf), row(0xb0, 0xff)];
	expect(hex(hkdf(key, salt, info, 82))).toBe(
		"b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
	);
});

test("HKDF of RFC 5869, A.3: without salt and without info", () => {
	const nothing = new Uint8Array();
	expect(hex(hkdf(bytes("0b".repeat(22)), nothing, nothing, 42))).toBe(
		"8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
	);
});
