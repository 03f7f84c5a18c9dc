// What looks like a code and was not read: where it is, and the ways of looking at that part again.

import { type Found, type How, nothing } from "./decoder.ts";
import { areaOf, findSquares } from "./finder.ts";
import { refocus, sharpen, soften } from "./focus.ts";
import { type Area, cut, type Gray } from "./gray.ts";

export type PartHow = How & { readonly prepare?: (part: Gray) => Gray };

export type Ask = (picture: Gray, area: Area, how: PartHow) => Found;

export type Closer = {
	/** In one way only where the decoder is too slow for more. */
	look(picture: Gray, area: Area, isSlow: boolean): Found;
};

export const asIs = (picture: Gray): Gray => picture;

/** Enough for all of them on a laptop; a phone begins with the next one at the next frame. */
const patienceMs = 150;

const asItIs: PartHow = {};
const calmed: PartHow = { prepare: soften };

// Each reads codes that the others do not; measured by `npm run bench:scan`.
const ways: readonly PartHow[] = [
	asItIs,
	{ prepare: (part) => refocus(part, { reach: 2, rounds: 3 }) },
	calmed,
	{ prepare: (part) => refocus(part, { reach: 3, rounds: 10 }) },
	{ isDenoised: true, prepare: sharpen },
];

export function createCloser(ask: Ask, now: () => number): Closer {
	let next = 0;
	return {
		look(picture, area, isSlow) {
			// What noise there is, that decoder takes for modules.
			if (isSlow) return ask(picture, area, next++ % 2 === 0 ? asItIs : calmed);
			const startedAt = now();
			const first = next;
			for (let turn = 0; turn < ways.length; turn += 1) {
				const how = ways[(first + turn) % ways.length] ?? asItIs;
				const found = ask(picture, area, how);
				if (found.codes.length > 0) return found;
				if (now() - startedAt < patienceMs) continue;
				next = (first + turn + 1) % ways.length;
				break;
			}
			return nothing;
		},
	};
}

/** Whoever holds a code to a camera holds it to the middle. */
const middleSide = 720;

/** Where a code is. In half its size there is less noise, sharpened less blur. Null where there is too little of one. */
export function placeOf(
	{ picture, small }: { readonly picture: Gray; readonly small: Gray },
	unread: Area | null,
	isSearching: boolean,
): Area | null {
	const squares = findSquares(picture);
	const area = areaOf(squares, picture);
	if (area) return area;
	const coarse = areaOf(findSquares(small), small);
	if (coarse)
		return {
			left: coarse.left * 2,
			top: coarse.top * 2,
			width: coarse.width * 2,
			height: coarse.height * 2,
		};
	if (unread) return widened(unread, picture);
	if (squares.length === 0 && !isSearching) return null;
	const size = Math.min(middleSide, picture.width, picture.height);
	const middle: Area = {
		left: (picture.width - size) >> 1,
		top: (picture.height - size) >> 1,
		width: size,
		height: size,
	};
	const part = sharpen(cut(picture, middle));
	const sharpSquares = findSquares(part);
	const found = areaOf(sharpSquares, part);
	if (!found) return squares.length + sharpSquares.length > 1 ? middle : null;
	return {
		...found,
		left: found.left + middle.left,
		top: found.top + middle.top,
	};
}

/** A decoder says where the corners of a code are; it needs the white around it as well. */
function widened(area: Area, picture: Gray): Area {
	const spare = Math.ceil(Math.max(area.width, area.height) / 5) + 8;
	const left = Math.max(0, area.left - spare);
	const top = Math.max(0, area.top - spare);
	return {
		left,
		top,
		width: Math.min(picture.width, area.left + area.width + spare) - left,
		height: Math.min(picture.height, area.top + area.height + spare) - top,
	};
}

export function middleOf(
	{ width, height }: Pick<Gray, "width" | "height">,
	magnification: number,
): Area {
	const scale = Math.max(1, magnification);
	const wide = Math.min(width, Math.ceil(width / scale));
	const high = Math.min(height, Math.ceil(height / scale));
	return {
		left: (width - wide) >> 1,
		top: (height - high) >> 1,
		width: wide,
		height: high,
	};
}
