import { expect, test } from "vitest";
import { areaOf, findSquares } from "../../src/carriers/finder.ts";
import { drawQr } from "../../src/carriers/qr.ts";
import { film } from "../bench/scan-frames.ts";
import { conditions, shown } from "../bench/scan-scenes.ts";
import { draw, link } from "./draw.ts";

test("a code's three squares are found, and with them the whole code", () => {
	const placed = { text: link(100), left: 300, top: 200, pixelsPerModule: 4 };
	const picture = draw(800, 600, [placed]);
	const side = drawQr(placed.text).size * placed.pixelsPerModule;
	const area = areaOf(findSquares(picture), picture);
	if (!area) throw new Error("no area");
	expect(area.left).toBeLessThanOrEqual(316);
	expect(area.top).toBeLessThanOrEqual(216);
	expect(area.left + area.width).toBeGreaterThanOrEqual(316 + side);
	expect(area.top + area.height).toBeGreaterThanOrEqual(216 + side);
	expect(area.width).toBeLessThan(2 * side);
});

test("an empty wall, and one with noise, looks like no code", () => {
	const flat = draw(400, 300, []);
	expect(findSquares(flat)).toEqual([]);
	let state = 1;
	const luma = flat.luma.map(() => {
		state = Math.imul(state, 1_103_515_245) + 12_345;
		return 120 + ((state >>> 16) % 40);
	});
	expect(areaOf(findSquares({ ...flat, luma }), flat)).toBeNull();
});

test.each(["good light", "dark", "tilted", "glare"])(
	"a filmed code is seen, %s",
	(condition) => {
		const [code] = shown;
		const light = conditions[condition];
		if (!code || !light) throw new Error("no such scene");
		const frame = film(code.modules, { ...light, share: 0.3 }, 7);
		const area = areaOf(findSquares(frame), frame);
		expect(area).not.toBeNull();
	},
);

test("no size and no content breaks it", () => {
	for (const [width, height] of [
		[0, 0],
		[1, 1],
		[1, 500],
		[500, 1],
		[33, 31],
	] as const) {
		const luma = Uint8Array.from({ length: width * height }, (_, at) =>
			at % 3 === 0 ? 0 : 255,
		);
		const picture = { luma, width, height };
		expect(() => areaOf(findSquares(picture), picture)).not.toThrow();
	}
});
