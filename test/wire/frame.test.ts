import fc from "fast-check";
import { expect, test } from "vitest";
import {
	frameHeaderBytes,
	packFrame,
	unpackFrame,
} from "../../src/wire/frame.ts";

test("a frame is unpacked as it was packed", () => {
	fc.assert(
		fc.property(
			fc.constantFrom("text" as const, "bytes" as const),
			fc.integer({ min: 0, max: 2 ** 32 - 1 }),
			fc.uint8Array({ minLength: 1, maxLength: 65_536 }),
			(is, number, payload) => {
				const frame = { is, number, payload };
				expect(unpackFrame(packFrame(frame).buffer)).toEqual({
					ok: true,
					value: frame,
				});
			},
		),
	);
	const got = { is: "got", number: 9, payload: new Uint8Array(0) } as const;
	expect(unpackFrame(packFrame(got).buffer)).toEqual({ ok: true, value: got });
});

test.each([
	["text", "hello", "badField"],
	["too short", new ArrayBuffer(frameHeaderBytes - 1), "badField"],
	["too long", new ArrayBuffer(70_000), "tooLong"],
	[
		"of a kind that nobody knows",
		Uint8Array.of(9, 0, 0, 0, 0, 1).buffer,
		"unknownType",
	],
	["empty", Uint8Array.of(1, 0, 0, 0, 0).buffer, "badField"],
	["confirming with words", Uint8Array.of(2, 0, 0, 0, 0, 1).buffer, "badField"],
])("what is no frame is refused: %s", (_, data, problem) => {
	expect(unpackFrame(data)).toEqual({ ok: false, problem });
});
