// What is said about files, read from the wire: everything hostile has a name, and nothing gets through.

import fc from "fast-check";
import { expect, test } from "vitest";
import {
	type FileMessage,
	fileLimits,
	readFileMessage,
	writeFileMessage,
} from "../../src/wire/file.ts";
import {
	blockBytes,
	blockCountOf,
	blockLengthOf,
	packPiece,
	pieceBytesFor,
	pieceHeaderBytes,
	unpackPiece,
} from "../../src/wire/file-piece.ts";

const file = {
	id: 3,
	token: "0123456789abcdef",
	batch: 1,
	name: "photo.jpg",
	folders: ["holiday"],
	bytes: 12,
	type: "image/jpeg",
	modifiedAt: 1,
};
const root = "0123456789abcdef".repeat(4);

const samples: readonly FileMessage[] = [
	{ type: "announce", file },
	{ type: "pause", id: 3, is: true },
	{ type: "hold", id: 3, is: false },
	{ type: "whole", id: 3, root },
	{ type: "withdraw", id: 3, why: "changed" },
	{ type: "refuse", id: 3, why: "declined" },
	{ type: "go", id: 3, blocks: 0, root },
	{ type: "have", id: 3, blocks: 7 },
	{ type: "complete", id: 3 },
	{ type: "ask", token: file.token, name: "a", bytes: 9 },
	{ type: "sum", id: 3, isSender: true, sha256: root },
];

test.each(samples)("$type is read as it was written", (message) => {
	expect(readFileMessage(writeFileMessage(message))).toEqual({
		ok: true,
		value: message,
	});
});

test("whatever else stands in a message stays outside", () => {
	const more = { type: "announce", file: { ...file, path: "/etc" }, x: 1 };
	expect(readFileMessage(JSON.stringify(more))).toEqual({
		ok: true,
		value: { type: "announce", file },
	});
});

test.each<[string, object]>([
	["a number that is none", { type: "have", id: 1.5, blocks: 0 }],
	["a negative number", { type: "have", id: 1, blocks: -1 }],
	["a huge number", { type: "have", id: 1, blocks: 2 ** 32 }],
	["a reason that is none", { type: "refuse", id: 1, why: "toString" }],
	["half a sum", { type: "whole", id: 1, root: "00" }],
	["a sum in capitals", { type: "whole", id: 1, root: root.toUpperCase() }],
	["a short token", { type: "ask", token: "a", name: "a", bytes: 1 }],
	[
		"a token with dots",
		{ type: "ask", token: "../".repeat(8), name: "", bytes: 1 },
	],
	["too many bytes", { type: "announce", file: { ...file, bytes: 2 ** 53 } }],
	[
		"a long name",
		{ type: "announce", file: { ...file, name: "x".repeat(1_025) } },
	],
	[
		"many folders",
		{ type: "announce", file: { ...file, folders: Array(33).fill("a") } },
	],
	[
		"a folder that is no text",
		{ type: "announce", file: { ...file, folders: [[]] } },
	],
	["no file", { type: "announce", file: null }],
])("%s is refused", (_, message) => {
	expect(readFileMessage(JSON.stringify(message))).toEqual({
		ok: false,
		problem: "badField",
	});
});

test("names of what every object has are no types", () => {
	for (const type of ["constructor", "__proto__", "toString", 5, null])
		expect(readFileMessage(JSON.stringify({ type }))).toMatchObject({
			problem: "unknownType",
		});
	expect(readFileMessage(`"${"x".repeat(fileLimits.messageChars)}"`)).toEqual({
		ok: false,
		problem: "tooLong",
	});
});

test("reading never throws, whatever comes", () => {
	fc.assert(
		fc.property(fc.anything(), (data) => {
			readFileMessage(data);
			readFileMessage(JSON.stringify(data));
		}),
	);
	const keys = ["type", "id", "file", "blocks", "root", "why", "is", "token"];
	const type = fc.constantFrom(...samples.map((one) => one.type));
	const message = fc
		.dictionary(fc.constantFrom(...keys), fc.jsonValue())
		.chain((fields) => type.map((one) => ({ ...fields, type: one })));
	fc.assert(
		fc.property(message, (fields) => {
			const read = readFileMessage(JSON.stringify(fields));
			// What passes can be written and means the same.
			if (read.ok)
				expect(readFileMessage(writeFileMessage(read.value))).toEqual(read);
		}),
	);
});

const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test("a piece is unpacked as it was packed", () => {
	fc.assert(
		fc.property(
			number,
			number,
			fc.integer({ min: 0, max: blockBytes - 65_536 }),
			fc.uint8Array({ minLength: 32, maxLength: 32 }),
			fc.uint8Array({ minLength: 1, maxLength: 65_536 }),
			(id, block, at, digest, bytes) => {
				const piece = { id, block, at, digest, bytes };
				const read = unpackPiece(packPiece(piece).buffer);
				expect(read).toEqual({ ok: true, value: piece });
			},
		),
		{ numRuns: 30 },
	);
});

test("what is no piece is refused, and never throws", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			const read = unpackPiece(bytes.slice().buffer);
			if (!read.ok) return;
			expect(read.value.at + read.value.bytes.length).toBeLessThanOrEqual(
				blockBytes,
			);
		}),
	);
	for (const length of [0, pieceHeaderBytes, pieceHeaderBytes + 65_537])
		expect(unpackPiece(new ArrayBuffer(length)).ok).toBe(false);
	const beyond = { id: 1, block: 0, digest: new Uint8Array(32) };
	const packed = packPiece({
		...beyond,
		at: blockBytes - 4,
		bytes: new Uint8Array(5),
	});
	expect(unpackPiece(packed.buffer).ok).toBe(false);
});

test("blocks cover a file exactly", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (bytes) => {
			const count = blockCountOf(bytes);
			expect(blockLengthOf(bytes, count)).toBe(0);
			if (count === 0) return;
			const last = blockLengthOf(bytes, count - 1);
			expect(last).toBeGreaterThan(0);
			expect((count - 1) * blockBytes + last).toBe(bytes);
		}),
	);
	expect(pieceBytesFor(262_144)).toBe(65_536);
	expect(pieceBytesFor(65_536)).toBe(65_536 - pieceHeaderBytes);
	expect(pieceBytesFor(0)).toBe(1_024);
});
