import fc from "fast-check";
import { expect, test } from "vitest";
import { refocus, sharpen, soften } from "../../src/carriers/focus.ts";
import {
	brightnessOf,
	cut,
	enlarge,
	type Gray,
	grayOf,
	rgbaOf,
	shrink,
} from "../../src/carriers/gray.ts";

const pictures = fc
	.record({
		width: fc.integer({ min: 1, max: 12 }),
		height: fc.integer({ min: 1, max: 12 }),
		seed: fc.integer({ min: 0, max: 255 }),
	})
	.map(({ width, height, seed }): Gray => {
		const luma = Uint8Array.from(
			{ length: width * height },
			(_, at) => (at * 37 + seed) % 256,
		);
		return { luma, width, height };
	});

test("gray to colours and back is the same picture", () => {
	fc.assert(
		fc.property(pictures, (picture) => {
			const { width, height } = picture;
			const back = grayOf(rgbaOf(picture), width, height);
			expect(back).toEqual(picture);
		}),
	);
});

test("enlarged and then every second pixel is the same picture", () => {
	fc.assert(
		fc.property(pictures, (picture) => {
			const large = enlarge(picture);
			const luma = picture.luma.map((_, at) => {
				const x = at % picture.width;
				const y = (at - x) / picture.width;
				return large.luma[y * 2 * large.width + x * 2] ?? 0;
			});
			expect(luma).toEqual(picture.luma);
			expect(large.luma).toHaveLength(picture.luma.length * 4);
		}),
	);
});

test("a part holds what was there", () => {
	const picture = {
		luma: Uint8Array.of(1, 2, 3, 4, 5, 6),
		width: 3,
		height: 2,
	};
	const part = cut(picture, { left: 1, top: 0, width: 2, height: 2 });
	expect([...part.luma]).toEqual([2, 3, 5, 6]);
});

test("shrunk, four pixels are one", () => {
	const picture = {
		luma: Uint8Array.of(0, 100, 100, 200),
		width: 2,
		height: 2,
	};
	expect(shrink(picture)).toEqual({
		luma: Uint8Array.of(100),
		width: 1,
		height: 1,
	});
});

test("sharpened, an edge is steeper, and what is even stays as it is", () => {
	const edge = [50, 50, 50, 80, 120, 150, 150, 150];
	const width = edge.length;
	const luma = Uint8Array.from(
		{ length: width * 5 },
		(_, at) => edge[at % width] ?? 0,
	);
	const sharp = sharpen({ luma, width, height: 5 }).luma;
	expect(sharp[0]).toBe(50);
	expect(sharp[3] ?? 0).toBeLessThan(80);
	expect(sharp[4] ?? 0).toBeGreaterThan(120);
	expect(sharp[width * 5 - 1]).toBe(150);
});

test("what is transparent is white, as on a page", () => {
	expect([...grayOf(Uint8Array.of(0, 0, 0, 0), 1, 1).luma]).toEqual([255]);
});

test.each([0, 50, 255])("brightness of an even gray %i", (value) => {
	const luma = new Uint8Array(1_000).fill(value);
	expect(brightnessOf({ luma, width: 40, height: 25 })).toBe(value);
});

test("refocused, a blurred edge is nearer to what it was; and neither way touches what is even", () => {
	const [width, height] = [40, 12];
	const luma = Uint8Array.from({ length: width * height }, (_, at) =>
		at % width < 20 ? 40 : 200,
	);
	const edge = { luma, width, height };
	const errorOf = (picture: Gray) =>
		picture.luma.reduce(
			(sum, value, at) => sum + Math.abs(value - (luma[at] ?? 0)),
			0,
		);
	const blurred = soften(edge);
	const clear = refocus(blurred, { reach: 1, rounds: 6 });
	expect(errorOf(clear)).toBeLessThan(errorOf(blurred) * 0.85);
	const even = { ...edge, luma: edge.luma.map(() => 90) };
	expect(soften(even)).toEqual(even);
	expect(refocus(even, { reach: 3, rounds: 3 })).toEqual(even);
});
