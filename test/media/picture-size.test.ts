// Which bytes are a picture, and how large it says it is, whatever the file is called.

import fc from "fast-check";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { pictureSize } from "../../src/media/picture-size.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
	new Uint8Array(
		parts.flatMap((part) =>
			typeof part === "string"
				? [...part].map((character) => character.charCodeAt(0))
				: part,
		),
	);
const zeros = (count: number) => Array<number>(count).fill(0);

test("a picture says how large it is", () => {
	expect(pictureSize(PNG.sync.write(new PNG({ width: 7, height: 5 })))).toEqual(
		{
			width: 7,
			height: 5,
		},
	);
	expect(pictureSize(bytes("GIF89a", [7, 0, 5, 0]))).toEqual({
		width: 7,
		height: 5,
	});
	expect(
		pictureSize(
			bytes("RIFF", zeros(4), "WEBPVP8X", zeros(8), [6, 0, 0, 4, 0, 0]),
		),
	).toEqual({ width: 7, height: 5 });
	// Behind a segment, as cameras write one, and filling bytes.
	expect(
		pictureSize(
			bytes(
				[0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc2, 0, 17],
				[8, 0, 5, 0, 7, 3],
			),
		),
	).toEqual({ width: 7, height: 5 });
});

test.each([
	["nothing", bytes()],
	["a drawing in words", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")],
	["a page", bytes("<!doctype html>")],
	["half a picture", bytes("\x89PNG\r\n\x1a\n", zeros(4), "IHDR")],
	["a picture of no size", bytes("GIF89a", zeros(4))],
	[
		"a picture that leads in circles",
		bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]),
	],
])("%s is none", (_, head) => {
	expect(pictureSize(head)).toBe(null);
});

test("no bytes make it throw, or go on for ever", () => {
	const starts = ["\x89PNG\r\n\x1a\n", "GIF87a", "RIFF", "\xff\xd8\xff", ""];
	fc.assert(
		fc.property(
			fc.constantFrom(...starts),
			fc.uint8Array({ maxLength: 300 }),
			(start, rest) => void pictureSize(bytes(start, [...rest])),
		),
		{ numRuns: 300 },
	);
});
