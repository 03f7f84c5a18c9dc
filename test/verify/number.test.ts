import fc from "fast-check";
import { expect, test } from "vitest";
import { digitsOf, promiseOf } from "../../src/verify/number.ts";
import {
	packParts,
	packTranscript,
	type Side,
	type Transcript,
} from "../../src/verify/transcript.ts";

const side = (letter: string): Side => ({
	fingerprint: `SHA-256 ${letter}`,
	userName: `user${letter}`,
	password: `password${letter}`,
	version: 1,
});
const transcript: Transcript = { client: side("A"), server: side("B") };
const nonces = {
	client: new Uint8Array(32).fill(1),
	server: new Uint8Array(32).fill(2),
};

// Two versions of this app must come to the same digits: what is written here never changes.
test("the digits are what they have always been", () => {
	expect(digitsOf(transcript, nonces)).toMatchInlineSnapshot(`"35193652"`);
	const promise = promiseOf("client", nonces.client);
	expect(Buffer.from(promise).toString("hex")).toMatchInlineSnapshot(
		`"1ecd33fc0e4058be439918c73a5256a0d89fb950887c5287bb2532073f28d275"`,
	);
});

test("everything the two are agreed on is in the digits, and each in its place", () => {
	const change = (which: "client" | "server", part: Partial<Side>) => ({
		...transcript,
		[which]: { ...transcript[which], ...part },
	});
	const others: readonly Transcript[] = (["client", "server"] as const).flatMap(
		(which) => [
			change(which, { fingerprint: "SHA-256 C" }),
			change(which, { userName: "other" }),
			change(which, { password: "other" }),
			change(which, { version: 2 }),
			// What moves from one part into the next is another agreement.
			change(which, {
				userName: `${transcript[which].userName}p`,
				password: transcript[which].password.slice(1),
			}),
		],
	);
	const swapped = { client: transcript.server, server: transcript.client };
	const all = [transcript, swapped, ...others].map((one) =>
		digitsOf(one, nonces),
	);
	all.push(
		digitsOf(transcript, { client: nonces.server, server: nonces.client }),
		digitsOf(transcript, { ...nonces, server: new Uint8Array(32).fill(3) }),
	);
	expect(new Set(all).size).toBe(all.length);
});

test("no two rows of parts are packed into the same bytes", () => {
	const parts = fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 5 });
	const spell = (row: readonly Uint8Array[]) =>
		row.map((part) => part.join(" ")).join(" / ");
	fc.assert(
		fc.property(parts, parts, (one, other) => {
			const isPackedAlike =
				packParts(one).join(" ") === packParts(other).join(" ");
			const isAlike =
				one.length === other.length && spell(one) === spell(other);
			expect(isPackedAlike).toBe(isAlike);
		}),
	);
	const odd = { ...side("A"), userName: "\uD800\u0000" };
	expect(packTranscript({ ...transcript, client: odd })).not.toEqual(
		packTranscript({ ...transcript, client: { ...odd, userName: "\uD800" } }),
	);
});

test("a promise of one role is none of the other", () => {
	expect(promiseOf("client", nonces.client)).not.toEqual(
		promiseOf("server", nonces.client),
	);
});

test("the digits are eight, and spread evenly", () => {
	const counts = new Array<number>(10).fill(0);
	for (let count = 0; count < 2_000; count += 1) {
		const nonce = new Uint8Array(32);
		new DataView(nonce.buffer).setUint32(0, count);
		const digits = digitsOf(transcript, { ...nonces, client: nonce });
		expect(digits).toMatch(/^\d{8}$/);
		const first = Number(digits[0]);
		counts[first] = (counts[first] ?? 0) + 1;
	}
	for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(70);
});
