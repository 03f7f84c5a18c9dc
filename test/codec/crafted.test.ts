import { describe, expect, test } from "vitest";
import { armor } from "../../src/codec/base32.ts";
import { checksum } from "../../src/codec/checksum.ts";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { type Envelope, unwrap, wrap } from "../../src/codec/envelope.ts";
import { compress } from "../../src/codec/lz.ts";
import { take } from "./captured.ts";

const now = 1_795_000_000_000;
const common = { shape: "card", flags: 0, minute: 7, replyTo: null } as const;

const read = (envelope: Partial<Envelope>) =>
	readCode(
		`PGNA${armor(wrap({ ...common, body: new Uint8Array(), ...envelope }))}`,
		now,
	);

const damaged = { ok: false, problem: "damaged" };
const newer = { ok: false, problem: "newerVersion" };

/** Fingerprint, user name and password as Chromium has them; any bytes are some. */
const start = [...new Uint8Array(53)];
const ipv4 = [0x10, 1, 2, 192, 0, 2, 1];
const body = (...more: number[]) => Uint8Array.from([...start, ...more]);

/** A card whose first byte says that the next one tells the forms. */
const spelled = (...bytes: number[]) => ({
	flags: 24,
	body: Uint8Array.from(bytes),
});
const fingerprint = [...new Uint8Array(32)];

describe("a card made by hand", () => {
	test("is read if it is right", () => {
		expect(read({ body: body() }).ok).toBe(true);
		expect(read({ body: body(...ipv4) }).ok).toBe(true);
		expect(
			read({ body: body(0x11, ...ipv4.slice(1), ...ipv4.slice(1)) }).ok,
		).toBe(true);
	});

	test.each([
		["is empty", body().slice(0, 0)],
		["ends in the password", body().slice(0, 52)],
		["ends in a port", body(0x10, 1)],
		["ends in an address", body(...ipv4.slice(0, -1))],
		["ends in a name", body(0x40, 0, 80, 9, 97)],
		["has port 0", body(0x10, 0, 0, 192, 0, 2, 1)],
		["has no first candidate of two", body(0x01, 1, 2, 192, 0, 2, 1)],
		["has a candidate of no kind", body(0x00)],
		["goes on after a single candidate", body(...ipv4, ...ipv4)],
		["has a name with a line end", body(0x40, 0, 80, 4, 97, 13, 10, 97)],
		["has an empty name", body(0x40, 0, 80, 0)],
		[
			"has an address as a name",
			body(
				0x40,
				0,
				80,
				7,
				..."1.2.3.4".split("").map((letter) => letter.charCodeAt(0)),
			),
		],
		[
			"has thirty-three candidates",
			body(
				...Array.from({ length: 16 }, () => [
					0x11,
					...ipv4.slice(1),
					...ipv4.slice(1),
				]).flat(),
				...ipv4,
			),
		],
	])("that %s is refused", (_, bytes) => {
		expect(read({ body: bytes })).toEqual(damaged);
	});

	test("has up to thirty-two candidates", () => {
		const pair = [0x11, ...ipv4.slice(1), ...ipv4.slice(1)];
		const many = body(...Array.from({ length: 16 }, () => pair).flat());
		expect(read({ body: many }).ok).toBe(true);
	});

	test.each([
		[
			"a user name of 257 letters",
			[8, ...fingerprint, 253, 0, ...new Uint8Array(210)],
		],
		[
			"a password of 257 letters",
			[8, ...fingerprint, 0, 235, ...new Uint8Array(196)],
		],
		[
			"Chromium's lengths spelled out",
			[8, ...fingerprint, 0, 2, ...new Uint8Array(21)],
		],
		[
			"more than zeros behind the last letter",
			[8, ...fingerprint, 1, 0, 0, 0, 0, 1, ...new Uint8Array(17)],
		],
		["a size beyond 32 bits", [3, 255, 255, 255, 255, 31, ...start]],
		["a size with an empty byte", [3, 128, 0, ...start]],
		["a size that does not end", [3, 255, 255, 255, 255, 255, ...start]],
	])("with %s is refused", (_, bytes) => {
		expect(read(spelled(...bytes))).toEqual(damaged);
	});

	test("may spell out what has a shorter way", () => {
		expect(read(spelled(0, ...start)).ok).toBe(true);
		expect(read(spelled(3, 0, ...start)).ok).toBe(true);
	});
});

describe("a code from the future", () => {
	test.each([
		["a locked one", { shape: "locked" }],
		["one of an unknown shape", { shape: "future", flags: 31 }],
		["a card of another profile", { flags: 2 * 8, body: body() }],
		["a card of another role", { flags: 5, body: body() }],
		["a card of other credentials", spelled(12, ...start)],
		["a card with another kind of candidate", { body: body(0xd0, 1) }],
		["a description folded in another way", { shape: "full", flags: 3 }],
	] as const)("%s is not called damaged", (_, envelope) => {
		expect(read(envelope)).toEqual(newer);
	});
});

describe("a description in full made by hand", () => {
	const full = { shape: "full" } as const;
	test.each([
		["is empty", 0, []],
		["is an odd number of compressed bytes", 0, [1, 2, 3]],
		["has no steps", 1, []],
		["promises more steps than there are", 1, [9, 1]],
		["has something left over", 1, [1, 4, 0]],
		["has a letter that is not a byte", 2, [4, ...compress("\u0104")]],
		["goes beyond the book", 1, [3, 255, 255, 3]],
		["jumps to before the book", 1, [2, 5, 9]],
		["alters a line that is not there", 1, [6, 255, 255, 1, 0, 0, 0]],
		["keeps more of a line than there is", 1, [5, 3, 200, 1, 0, 0]],
		["spells out fewer letters than it says", 1, [2, 254, 1]],
		["lacks the value of a sign", 1, [2, 13, 2]],
		["recalls a value that never was", 1, [2, 13, 2, 0x10]],
	] as const)("that %s is refused", (_, flags, bytes) => {
		expect(read({ ...full, flags, body: Uint8Array.from(bytes) })).toEqual(
			damaged,
		);
	});

	test("that is right is read", () => {
		const lines = { ...full, flags: 1, body: Uint8Array.of(1, 4) };
		expect(read(lines)).toMatchObject({ value: { sdp: "v=0" } });
	});
});

describe("the outside of a code", () => {
	const { bytes } = writeCode(take("chromium-156-offer-data-ip-stun"), { now });

	test("says how long it is, and is no longer and no shorter", () => {
		expect(unwrap(bytes)).not.toBeNull();
		const inner = [...bytes.slice(0, -2), 0];
		const longer = Uint8Array.from([...inner, ...checksum(inner)]);
		expect(unwrap(longer)).toBeNull();
	});

	test("has room for its own parts", () => {
		for (const first of [0, 32])
			for (let rest = 0; rest < 8; rest += 1) {
				const inner = [first, rest, ...new Uint8Array(Math.max(0, rest - 2))];
				const short = Uint8Array.from([...inner, ...checksum(inner)]);
				const hasRoom = rest >= (first === 0 ? 4 : 6);
				expect(unwrap(short) !== null).toBe(hasRoom);
			}
	});

	test("cannot say more than may be read at once", () => {
		const body = new Uint8Array(16_381);
		expect(() => wrap({ ...common, body })).toThrow(RangeError);
		const long = wrap({ ...common, shape: "full", body: body.slice(1) });
		expect(unwrap(long)).not.toBeNull();
	});
});
