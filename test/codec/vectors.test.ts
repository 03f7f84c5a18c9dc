import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ReadCode, readCode, writeCode } from "../../src/codec/code.ts";
import { lock, unlock } from "../../src/codec/lock.ts";
import { take } from "./captured.ts";
import { sealer } from "./sealer.ts";

type Type = "offer" | "answer";
type Options = { now: number; replyTo?: string; prune?: boolean };
type Code = {
	kind: string;
	id: string;
	bytes: string;
	text: string;
	digits: string;
};

function load<Vector>(name: string): Vector[] {
	const file = new URL(`../vectors/${name}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, "utf8")).vectors;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

const cards = load<{
	name: string;
	given: Options & { type: Type; sdp: string };
	code: Code;
	read: ReadCode;
}>("cards");

describe("the vector of a card", () => {
	test.each(cards)("$name is written byte for byte", ({ given, code }) => {
		const { type, sdp, ...options } = given;
		const { bytes, ...written } = writeCode({ type, sdp }, options);
		expect({ ...written, bytes: hex(bytes) }).toEqual({
			...code,
			format: "card",
		});
	});

	test.each(cards)("$name is read", ({ given, code, read }) => {
		for (const spelling of [code.text, code.digits])
			expect(readCode(spelling, given.now)).toEqual({ ok: true, value: read });
	});
});

const full = load<
	Options & { name: string; type: Type; code: Code } & (
			| { file: string }
			| { sdp: string }
		)
>("full");

describe("the vector of a description in full", () => {
	test.each(full)("$name is read, and written as short", (vector) => {
		const { type, code, name, now, replyTo } = vector;
		const sdp = "sdp" in vector ? vector.sdp : take(name).sdp;
		for (const spelling of [code.text, code.digits])
			expect(readCode(spelling, now)).toMatchObject({
				ok: true,
				value: { type, sdp, id: code.id, kind: code.kind, format: "full" },
			});
		const options = replyTo === undefined ? { now } : { now, replyTo };
		const written = writeCode({ type, sdp }, options);
		expect(written.bytes.length).toBeLessThanOrEqual(code.bytes.length / 2);
	});
});

const locked = load<{
	name: string;
	passphrase: string;
	salt: string;
	open: string;
	bytes: string;
	text: string;
	digits: string;
}>("locked");

describe("the vector of a locked code", () => {
	test.each(locked)("$name is written byte for byte", async (vector) => {
		const read = readCode(vector.open, 1_795_000_000_000);
		if (!read.ok) throw new Error("the vector cannot be read");
		const { type, sdp, replyTo, madeAt } = read.value;
		const written = writeCode(
			{ type, sdp },
			{ now: madeAt ?? 0, ...(replyTo === null ? {} : { replyTo }) },
		);
		expect(written.text).toBe(vector.open);
		const salt = Uint8Array.from(Buffer.from(vector.salt, "hex"));
		const made = await lock(written, vector.passphrase, salt, sealer);
		expect({ text: made.text, digits: made.digits }).toEqual({
			text: vector.text,
			digits: vector.digits,
		});
		expect(hex(made.bytes)).toBe(vector.bytes);
	});

	test.each(locked)("$name is opened", async (vector) => {
		for (const spelling of [vector.text, vector.digits]) {
			const read = readCode(spelling, 1_795_000_000_000);
			if (read.ok || read.problem !== "locked") throw new Error("not locked");
			const [code] = read.locked;
			const opened =
				code &&
				(await unlock(code, vector.passphrase, sealer, 1_795_000_000_000));
			expect(opened).toMatchObject({ text: vector.open });
		}
	});

	// Written down in FORMAT.md, and here once more by other hands than the app's.
	test.each(locked)("$name is what any AES-GCM makes of it", (vector) => {
		const bytes = Buffer.from(vector.bytes, "hex");
		const at = bytes.length < 131 ? 2 : 3;
		const key = pbkdf2Sync(
			vector.passphrase.toLowerCase(),
			Buffer.concat([Buffer.from("Pigeon 1"), bytes.subarray(at, at + 8)]),
			1_000_000,
			32,
			"sha256",
		);
		const cipher = createDecipheriv("aes-256-gcm", key, Buffer.alloc(12));
		cipher.setAAD(bytes.subarray(0, at));
		cipher.setAuthTag(bytes.subarray(-18, -2));
		const plain = Buffer.concat([
			cipher.update(bytes.subarray(at + 8, -18)),
			cipher.final(),
		]);
		const read = readCode(vector.open, 1_795_000_000_000);
		expect(read.ok && (plain[0] ?? 0) >> 5).toBe(
			read.ok && read.value.replyTo !== null ? 1 : 0,
		);
		expect(plain.length).toBe(bytes.length - at - 8 - 18);
	});
});

const refused = load<{ name: string; text: string }>("refused");

describe("the vector that is refused", () => {
	test.each(refused)("$name", ({ name: _, text, ...problem }) => {
		expect(readCode(text, 1_795_000_000_000)).toEqual({
			ok: false,
			...problem,
		});
	});
});
