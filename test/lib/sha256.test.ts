// Beside another implementation, in every way of cutting the same bytes.

import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSum } from "../../src/lib/sha256.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test.each([
	["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
	["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
	[
		"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
	],
])("the standard's vector %j", (text, digest) => {
	const sum = createSum();
	sum.add(Buffer.from(text));
	expect(hex(sum.end())).toBe(digest);
});

test("however the bytes are cut, the sum is the same", () => {
	fc.assert(
		fc.property(
			fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }),
			(parts) => {
				const sum = createSum();
				for (const part of parts) sum.add(part);
				const other = createHash("sha256").update(Buffer.concat(parts));
				expect(hex(sum.end())).toBe(other.digest("hex"));
			},
		),
	);
});
