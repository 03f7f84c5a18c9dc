import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ReadCode, readCode, writeCode } from "../../src/codec/code.ts";
import { take } from "./captured.ts";

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

const refused = load<{ name: string; text: string }>("refused");

describe("the vector that is refused", () => {
	test.each(refused)("$name", ({ name: _, text, ...problem }) => {
		expect(readCode(text, 1_795_000_000_000)).toEqual({
			ok: false,
			...problem,
		});
	});
});
