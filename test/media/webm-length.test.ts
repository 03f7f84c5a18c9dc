import { describe, expect, test } from "vitest";
import { withLength } from "../../src/media/webm-length.ts";

const bytes = (...values: readonly (number | readonly number[])[]) =>
	new Uint8Array(values.flat());

const header = [0x1a, 0x45, 0xdf, 0xa3, 0x84, 0x42, 0x86, 0x81, 0x01];
const openSegment = [0x18, 0x53, 0x80, 0x67, 0x01, ...Array(7).fill(0xff)];
const scale = [0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40];
const noDuration = [0x44, 0x89, 0x84, 0, 0, 0, 0];
const infoOf = (...body: readonly number[]) => [
	...[0x15, 0x49, 0xa9, 0x66, 0x80 + body.length],
	...body,
];
const cluster = [0x1f, 0x43, 0xb6, 0x75, 0x81, 7];
const expected = (...kept: readonly number[]) => {
	const float = new DataView(new ArrayBuffer(8));
	float.setFloat64(0, 61_500);
	const size = kept.length + 11;
	return bytes(
		...[header, openSegment, [0x15, 0x49, 0xa9, 0x66]],
		...[[0x01, 0, 0, 0, 0, 0, 0, size], kept, [0x44, 0x89, 0x88]],
		...[[...new Uint8Array(float.buffer)], cluster],
	);
};

/** The first bytes of a recording by Firefox 153: its sizes are eight bytes wide. */
const byFirefox = Buffer.from(
	[
		"1a45dfa3010000000000001f4286810142f7810142f2810442f3810842828477",
		"65626d42878102428581021853806701ffffffffffffff114d9b740100000000",
		"0000001549a96601000000000000492ad7b1830f424044898800000000000000",
		"004d809851546d7578696e674170704c69625765624d2d302e302e3157419951",
		"5477726974696e674170704c69625765624d2d302e302e311654ae6b01000000",
		"00000095ae010000000000002cd7810173c584244f1abb258688835650388381",
		"018685565f565038e00100000000000008b0820500ba8202d0ae010000000000",
		"0057d7810273c584b298620083810256aa8400632ea056bb8404c4b400868641",
		"5f4f50555363a2934f707573486561640101380144ac0000000000258688844f",
		"505553e1010000000000000db58840e58880000000009f8101",
	].join(""),
	"hex",
);

describe("the length of a recording", () => {
	test("is added where there is none", () => {
		const head = bytes(header, openSegment, infoOf(...scale), cluster);
		expect(withLength(head, 61_500)).toEqual(expected(...scale));
	});

	test("takes the place of one that says nothing", () => {
		const info = infoOf(...noDuration, ...scale);
		const head = bytes(header, openSegment, info, cluster);
		expect(withLength(head, 61_500)).toEqual(expected(...scale));
	});

	test("is added behind a list of positions that is empty", () => {
		const list = [0x11, 0x4d, 0x9b, 0x74, 0x01, 0, 0, 0, 0, 0, 0, 0];
		const start = bytes(header, openSegment, list);
		const head = bytes([...start], infoOf(...noDuration, ...scale), cluster);
		const told = withLength(head, 61_500) ?? bytes();
		expect(told.subarray(0, start.length)).toEqual(start);
		const rest = expected(...scale).subarray(
			header.length + openSegment.length,
		);
		expect(told.subarray(start.length)).toEqual(rest);
	});

	test("takes the place of the nought that Firefox writes", () => {
		const told = withLength(bytes([...byFirefox], cluster), 61_500) ?? bytes();
		const at = byFirefox.indexOf(Buffer.of(0x44, 0x89, 0x88));
		const view = new DataView(told.buffer);
		// Now at the end of what is told of the whole file, before the tracks.
		const end = byFirefox.indexOf(Buffer.of(0x16, 0x54, 0xae, 0x6b));
		expect(view.getUint16(end - 11)).toBe(0x4489);
		expect(view.getFloat64(end - 8)).toBe(61_500);
		expect(Buffer.from(told).indexOf(Buffer.of(0x44, 0x89, 0x88))).not.toBe(at);
		expect(told.subarray(end)).toEqual(
			bytes([...byFirefox.subarray(end)], cluster),
		);
	});

	test.each([
		["what is no such file", bytes([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70])],
		["nothing", bytes()],
		[
			"a file that is finished",
			bytes(header, [0x18, 0x53, 0x80, 0x67, 0x81, 0]),
		],
		[
			"what is cut off",
			bytes(header, openSegment, infoOf(...scale).slice(0, 8)),
		],
		[
			"a file with positions in it",
			bytes(
				header,
				openSegment,
				[0x11, 0x4d, 0x9b, 0x74, 0x81, 7],
				infoOf(...scale),
			),
		],
	])("is not written into %s", (_, head) => {
		expect(withLength(head, 61_500)).toBeNull();
	});
});
