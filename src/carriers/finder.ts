// Whether something in a picture looks like a QR code, and where: its three corner squares are dark, light, dark, light
// and dark in the ratio 1:1:3:1:1 along any line through the middle. Tells a person what would help; reads nothing.

import type { Area, Gray } from "./gray.ts";

export type Square = {
	readonly x: number;
	readonly y: number;
	/** Of one module, in pixels. */
	readonly module: number;
};

const blockSide = 32;
/** A fainter difference than this is noise. */
const leastContrast = 24;
const rowStep = 3;
const mostSquares = 32;

export function findSquares(picture: Gray): readonly Square[] {
	const levels = levelsOf(picture);
	const squares: Square[] = [];
	for (let y = 0; y < picture.height; y += rowStep) {
		const runs = createRuns();
		for (let x = 0; x < picture.width; x += 1) {
			const module = runs.add(levels.isDark(x, y));
			if (module === 0) continue;
			const centre = x - module * 3.5;
			const square = confirm(picture, levels, centre, y, module);
			if (!square || squares.some((one) => isSame(one, square))) continue;
			squares.push(square);
			if (squares.length === mostSquares) return squares;
		}
	}
	return squares;
}

/** The part of the picture that most likely holds a code: around squares of one size, with room to spare. */
export function areaOf(
	squares: readonly Square[],
	{ width, height }: Pick<Gray, "width" | "height">,
): Area | null {
	const groups = squares.map((one) =>
		squares.filter(
			(other) =>
				Math.max(one.module, other.module) <
					1.4 * Math.min(one.module, other.module) &&
				Math.hypot(one.x - other.x, one.y - other.y) < one.module * 180,
		),
	);
	const best = groups.toSorted((a, b) => b.length - a.length)[0];
	// Without all three nobody could read it.
	if (!best || best.length < 3) return null;
	const corners = [...best, ...fourthOf(best)];
	const xs = corners.map(({ x }) => x);
	const ys = corners.map(({ y }) => y);
	const module = Math.max(...best.map((one) => one.module));
	const extent = Math.max(
		Math.max(...xs) - Math.min(...xs),
		Math.max(...ys) - Math.min(...ys),
	);
	// From the middle of a square to the end of the quiet zone it is 7.5; where not all corners are known, half a code.
	const spare = module * 9 + (corners.length === 4 ? 0 : extent / 2);
	const left = Math.max(0, Math.floor(Math.min(...xs) - spare));
	const top = Math.max(0, Math.floor(Math.min(...ys) - spare));
	return {
		left,
		top,
		width: Math.min(width, Math.ceil(Math.max(...xs) + spare)) - left,
		height: Math.min(height, Math.ceil(Math.max(...ys) + spare)) - top,
	};
}

/** The corner without a square, opposite to the one where the two sides meet. */
function fourthOf(three: readonly Square[]): readonly Square[] {
	if (three.length !== 3) return [];
	const byDistance = three.toSorted((a, b) => spread(a) - spread(b));
	const [corner, one, other] = byDistance;
	function spread(from: Square): number {
		return three.reduce(
			(sum, { x, y }) => sum + Math.hypot(x - from.x, y - from.y),
			0,
		);
	}
	if (!corner || !one || !other) return [];
	const x = one.x + other.x - corner.x;
	return [{ ...corner, x, y: one.y + other.y - corner.y }];
}

/** The darkest and the lightest pixel of every neighbourhood: what is dark and what is light is a matter of both. */
type Levels = {
	readonly isDark: (x: number, y: number) => boolean;
	readonly contrast: (x: number, y: number) => number;
};

function levelsOf({ luma, width, height }: Gray): Levels {
	const columns = Math.ceil(width / blockSide);
	const rows = Math.ceil(height / blockSide);
	const least = new Uint8Array(columns * rows).fill(255);
	const most = new Uint8Array(columns * rows);
	for (let y = 0; y < height; y += 2)
		for (let x = 0; x < width; x += 2) {
			const block = (y >> 5) * columns + (x >> 5);
			const value = luma[y * width + x] ?? 0;
			if (value < (least[block] ?? 0)) least[block] = value;
			if (value > (most[block] ?? 0)) most[block] = value;
		}
	const halves = new Uint8Array(columns * rows);
	const contrasts = new Uint8Array(columns * rows);
	for (let block = 0; block < halves.length; block += 1) {
		const column = block % columns;
		let [low, high] = [255, 0];
		for (const down of [-columns, 0, columns])
			for (const across of [-1, 0, 1]) {
				if (column + across < 0 || column + across >= columns) continue;
				low = Math.min(low, least[block + down + across] ?? 255);
				high = Math.max(high, most[block + down + across] ?? 0);
			}
		contrasts[block] = high - low;
		halves[block] = high - low < leastContrast ? 0 : (low + high) / 2;
	}
	const blockAt = (x: number, y: number) => (y >> 5) * columns + (x >> 5);
	return {
		isDark: (x, y) =>
			(luma[y * width + x] ?? 255) < (halves[blockAt(x, y)] ?? 0),
		contrast: (x, y) => contrasts[blockAt(x, y)] ?? 0,
	};
}

/** Takes one pixel after another; gives a module's size whenever a 1:1:3:1:1 has just ended, and otherwise 0. */
function createRuns() {
	let [a, b, c, d, e] = [0, 0, 0, 0, 0];
	let wasDark = false;
	return {
		add(isDark: boolean): number {
			if (isDark === wasDark) {
				e += 1;
				return 0;
			}
			const module = wasDark ? moduleOf(a, b, c, d, e) : 0;
			[a, b, c, d, e] = [b, c, d, e, 1];
			wasDark = isDark;
			return module;
		},
	};
}

function moduleOf(a: number, b: number, c: number, d: number, e: number) {
	const module = (a + b + c + d + e) / 7;
	if (a === 0 || module < 1.3) return 0;
	const slack = module * 0.5 + 0.4;
	const isLike = (run: number, modules: number) =>
		Math.abs(run - module * modules) <= slack * Math.sqrt(modules);
	return isLike(a, 1) &&
		isLike(b, 1) &&
		isLike(c, 3) &&
		isLike(d, 1) &&
		isLike(e, 1)
		? module
		: 0;
}

const around = (step: number) =>
	[-step, 0, step].flatMap((dy) =>
		[-step, 0, step].map((dx) => [dx, dy] as const),
	);
const darkMiddle = around(0.8);
const lightRing = around(2).filter(([dx, dy]) => dx !== 0 || dy !== 0);

/** What looks right across must look right down as well, be as high as wide, and differ by more than noise does. */
function confirm(
	{ luma, width, height }: Gray,
	levels: Levels,
	x: number,
	y: number,
	module: number,
): Square | null {
	const column = Math.round(x);
	const reach = Math.ceil(module * 6);
	const runs = createRuns();
	for (let at = Math.max(0, y - reach); at < height && at < y + reach; at++) {
		const found = runs.add(levels.isDark(column, at));
		if (found === 0 || Math.abs(found / module - 1) > 0.4) continue;
		const centre = Math.round(at - found * 3.5);
		if (Math.abs(centre - y) > module * 2) continue;
		const meanOf = (offsets: readonly (readonly [number, number])[]) =>
			offsets.reduce((sum, [dx, dy]) => {
				const row = Math.round(centre + dy * module);
				const at = row * width + Math.round(column + dx * module);
				return sum + (luma[at] ?? 0);
			}, 0) / offsets.length;
		const difference = meanOf(lightRing) - meanOf(darkMiddle);
		if (difference > levels.contrast(column, centre) * 0.3)
			return { x, y: centre, module: (module + found) / 2 };
	}
	return null;
}

function isSame(one: Square, other: Square): boolean {
	const near = Math.max(one.module, other.module) * 4;
	return Math.abs(one.x - other.x) < near && Math.abs(one.y - other.y) < near;
}
