import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checksum } from "../../src/codec/checksum.ts";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { toDigits } from "../../src/codec/decimal.ts";
import { wrap } from "../../src/codec/envelope.ts";
import { frameChecksum } from "../../src/codec/frame-checksum.ts";
import { createCollector, split } from "../../src/codec/frames.ts";
import { captured } from "./captured.ts";
import { address, bytesOf, openFrame, wholes } from "./frame-samples.ts";

const now = 1_795_000_000_000;
const notAFrame = { is: "notAFrame" };
const add = (text: string) => createCollector().add(text);
const isFrame = (text: string) => add(text).is !== "notAFrame";
const isCode = (text: string) => {
	const read = readCode(text, now);
	return read.ok || read.problem === "newerVersion";
};

const frame = fc
	.tuple(wholes, fc.nat())
	.map(([bytes, index]) => split(bytes, index));

describe("a frame is refused", () => {
	test("if it was cut off, at either end", () => {
		const digits = split(bytesOf(600), 3);
		for (let at = 1; at < digits.length; at += 1) {
			expect(add(digits.slice(0, at))).toEqual(notAFrame);
			expect(add(digits.slice(at))).toEqual(notAFrame);
		}
	});

	test("if any one digit is wrong, missing or too much", () => {
		fc.assert(
			fc.property(frame, fc.nat(), fc.nat(9), (digits, place, digit) => {
				const at = place % digits.length;
				const before = digits.slice(0, at);
				const wrong = `${before}${digit}${digits.slice(at + 1)}`;
				expect(isFrame(wrong)).toBe(wrong === digits);
				expect(isFrame(before + digits.slice(at + 1))).toBe(false);
				expect(isFrame(before + digit + digits.slice(at))).toBe(false);
			}),
			{ numRuns: 300 },
		);
	});

	test("if two neighbours changed places", () => {
		const digits = split(bytesOf(600), 5);
		for (let at = 1; at < digits.length; at += 1) {
			const [a = "", b = ""] = digits.slice(at - 1, at + 1);
			const swapped = digits.slice(0, at - 1) + b + a + digits.slice(at + 1);
			expect(isFrame(swapped)).toBe(a === b);
		}
	});

	test("if what it says of itself cannot be, although its checksum fits", () => {
		const bytes = openFrame(split(bytesOf(600), 5));
		const forge = (change: (bytes: number[]) => void, size = bytes.length) => {
			const changed = bytes.slice(0, size);
			change(changed);
			return add(
				`9${toDigits(Uint8Array.from([...changed, ...checksum(changed)]))}`,
			);
		};
		const setLength = (length: number) => (changed: number[]) => {
			changed.splice(1, 2, length >> 8, length & 255);
		};
		expect(forge(() => {})).toMatchObject({ is: "partial", need: 4 });
		expect(forge((changed) => changed.splice(0, 1, 251))).toEqual(notAFrame);
		for (const length of [0, 1, 596, 601, 16_389, 65_535])
			expect(forge(setLength(length))).toEqual(notAFrame);
		// Both are 88 pieces of 187 bytes, but one is longer than a code may be.
		const enlarge = (length: number) => (changed: number[]) => {
			setLength(length)(changed);
			changed.push(...new Uint8Array(37));
		};
		expect(forge(enlarge(16_388))).toMatchObject({ is: "partial", need: 88 });
		expect(forge(enlarge(16_389))).toEqual(notAFrame);
		for (const size of [0, 1, 6, 7, 156])
			expect(forge(() => {}, size)).toEqual(notAFrame);
	});

	test("if anything else stands behind it or in between", () => {
		const digits = split(bytesOf(600), 5);
		for (const text of [
			`${digits} `,
			`${digits}#`,
			`${address}${digits}&a=b`,
			`${address}#${digits}`,
			`${digits.slice(0, 17)} ${digits.slice(17)}`,
			`${digits}\n${digits}`,
			`${"x".repeat(4096)}#${digits}`,
			address + digits.replace(/./, "٩"),
		])
			expect(add(text)).toEqual(notAFrame);
	});
});

describe("nothing is both a frame and a code", () => {
	const codes = captured.map(({ type, sdp }) =>
		writeCode({ type, sdp }, { now }),
	);

	test("not the frames of any code", () => {
		for (const { bytes } of codes)
			for (const index of [0, 1, 2, 100]) {
				const digits = split(bytes, index);
				expect(isFrame(digits)).toBe(true);
				expect(isCode(digits) || isCode(address + digits)).toBe(false);
			}
	});

	test("not any code", () => {
		for (const { text, digits } of codes)
			for (const spelling of [text, digits])
				expect(isFrame(spelling) || isFrame(address + spelling)).toBe(false);
	});

	test("not a code in the address before a frame", () => {
		const digits = split(bytesOf(600), 5);
		const future = { shape: "future", flags: 0, minute: 0 } as const;
		const newer = toDigits(
			wrap({ ...future, replyTo: null, body: new Uint8Array(40) }),
		);
		expect(isCode(newer)).toBe(true);
		for (const { text } of codes)
			expect(isFrame(`https://a.b/${text}#${digits}`)).toBe(false);
		expect(isFrame(`https://a.b/${newer}#${digits}`)).toBe(false);
	});

	test("not whatever is glued together of both", () => {
		const pieces = [
			address,
			"#",
			"%23",
			"9",
			" ",
			'{"type":"offer","sdp":"v=0',
			...codes.slice(0, 4).flatMap(({ text, digits }) => [text, digits]),
			...[0, 1, 4].map((index) => split(bytesOf(300), index)),
		];
		const glued = fc.array(
			fc.oneof(fc.constantFrom(...pieces), fc.stringMatching(/^[0-9]{1,40}$/)),
			{ maxLength: 5 },
		);
		fc.assert(
			fc.property(glued, (all) => {
				const text = all.join("");
				expect(isFrame(text) && isCode(text)).toBe(false);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe("no input throws", () => {
	test("whatever a camera reads", () => {
		const collector = createCollector();
		const digits = fc.stringMatching(/^(.{0,8}#)?9[0-9]{0,60}$/);
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ unit: "binary" }), digits, frame),
				(text) => {
					const { is } = collector.add(text);
					expect(["notAFrame", "partial", "whole"]).toContain(is);
				},
			),
			{ numRuns: 1000 },
		);
	});
});

test("the checksum of the whole is CRC-32", () => {
	expect(frameChecksum(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
	fc.assert(
		fc.property(fc.uint8Array(), (bytes) => {
			expect(frameChecksum(bytes)).toBe(crc32(bytes));
		}),
	);
});
