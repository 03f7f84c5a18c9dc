// How a picture is looked at: the cheap way first, and the dearer ones where something is there that was not read.
// Pure: the worker runs it on what a camera sees, and so do the tests and the bench.

import { type Ask, asIs, createCloser, middleOf, placeOf } from "./closer.ts";
import {
	type Code,
	type Decoder,
	type Found,
	type How,
	nothing,
} from "./decoder.ts";
import {
	type Area,
	brightnessOf,
	cut,
	enlarge,
	type Gray,
	shrink,
} from "./gray.ts";
import type { Effort, Seen } from "./qr-reader.ts";

export type Pipeline = {
	/** From now on, and until it breaks. */
	useStrong(decoder: Decoder): void;
	/** With a magnification of 2 only the middle half is looked at, and what it shows told in pixels of the whole. */
	look(picture: Gray, effort: Effort, magnification?: number): Seen;
};

type Size = Pick<Gray, "width" | "height">;

const maxCodes = 8;
const maxTextChars = 8_000;
/** What is enlarged must not become larger than this: a phone's memory is small, and its patience too. */
const maxEnlargedSide = 1_000;
const tileOverlap = 200;
const everything: How = { isDenoised: true, isInverted: true, maxCodes };
const origin = { left: 0, top: 0 };
/** Nothing in sight: once in so many frames it is looked for harder. */
const searchEvery = 4;
/** Above this a picture is also looked at in half its size: what is out of focus, or noisy, gets better by it. */
const largeSide = 2_000;

export function createPipeline(plain: Decoder, now: () => number): Pipeline {
	let strong: Decoder | null = null;
	let frame = 0;

	const askPlain: Decoder = (picture, how) => {
		try {
			return plain(picture, how);
		} catch {
			return nothing;
		}
	};

	const ask: Decoder = (picture, how) => {
		if (strong)
			try {
				return strong(picture, how);
			} catch {
				// WebAssembly that has once failed is in no state to go on.
				strong = null;
			}
		return askPlain(picture, how);
	};

	const askPart: Ask = (picture, area, { prepare = asIs, ...how }) => {
		const mostSide = strong ? maxEnlargedSide : maxEnlargedSide / 2;
		const isSmall = Math.max(area.width, area.height) <= mostSide;
		const part = prepare(cut(picture, area));
		const found = ask(isSmall ? enlarge(part) : part, how);
		return moved(found, area, isSmall ? 0.5 : 1);
	};

	const closer = createCloser(askPart, now);

	const live = (picture: Gray): Found => {
		frame += 1;
		// The plain decoder takes so long for a whole picture that it is only shown what looks like a code.
		const first = strong ? ask(picture) : nothing;
		if (first.codes.length > 0) return first;
		// Noise is four times weaker there, and it costs next to nothing.
		const small = shrink(picture);
		const half = strong ? moved(ask(small), origin, 2) : nothing;
		if (half.codes.length > 0) return half;
		const isSearching = frame % searchEvery === 0;
		const area = placeOf(
			{ picture, small },
			first.unread ?? half.unread,
			isSearching,
		);
		const second = area ? closer.look(picture, area, strong === null) : nothing;
		const unread = area ?? first.unread ?? half.unread;
		if (second.codes.length > 0 || !isSearching)
			return { codes: second.codes, unread };
		const third = strong
			? ask(picture, { isDenoised: true, isInverted: true })
			: moved(askPlain(small, { isInverted: true }), origin, 2);
		return { codes: third.codes, unread: unread ?? third.unread };
	};

	const thorough = (picture: Gray): Found => {
		const isLarge = Math.max(picture.width, picture.height) > largeSide;
		const small = isLarge ? shrink(picture) : picture;
		const ways: readonly (() => Found)[] = [
			() => moved(ask(small, everything), origin, isLarge ? 2 : 1),
			() => (isLarge ? ask(picture, everything) : nothing),
			...tilesOf(picture).map(
				(tile) => () => askPart(picture, tile, everything),
			),
		];
		const codes: Code[] = [];
		let unread: Area | null = null;
		for (const way of ways) {
			const found = way();
			codes.push(...found.codes);
			unread ??= found.unread;
			// The plain decoder takes seconds for all of it, and would see only one code each time.
			if (!strong && codes.length > 0) break;
		}
		if (!strong || codes.length > 0) return { codes, unread };
		const area = placeOf({ picture, small: shrink(picture) }, unread, true);
		const close = area ? closer.look(picture, area, false) : nothing;
		if (close.codes.length > 0) return close;
		// A second decoder fails on other pictures than the first.
		const last = moved(askPlain(small, everything), origin, isLarge ? 2 : 1);
		return { ...last, unread: area ?? unread ?? last.unread };
	};

	return {
		useStrong(decoder) {
			strong = decoder;
		},
		look(picture, effort, magnification = 1) {
			const middle = middleOf(picture, magnification);
			const part = magnification > 1 ? cut(picture, middle) : picture;
			const found = moved(
				effort === "live" ? live(part) : thorough(part),
				middle,
				1,
			);
			const codes = sifted(found.codes);
			return {
				codes,
				brightness: brightnessOf(part),
				hasFinder: codes.length > 0 || found.unread !== null,
				unread: codes.length > 0 ? null : found.unread,
				width: picture.width,
				height: picture.height,
			};
		},
	};
}

/** From a part of the picture to where it is in the whole. */
function moved(
	{ codes, unread }: Found,
	{ left, top }: Pick<Area, "left" | "top">,
	scale: number,
): Found {
	return {
		codes: codes.map(({ text, corners }) => ({
			text,
			corners: corners.map(({ x, y }) => ({
				x: left + x * scale,
				y: top + y * scale,
			})),
		})),
		unread: unread && {
			left: left + unread.left * scale,
			top: top + unread.top * scale,
			width: unread.width * scale,
			height: unread.height * scale,
		},
	};
}

/** Parts that overlap by more than a small code, so that each is whole in one of them. */
export function tilesOf({ width, height }: Size): readonly Area[] {
	return startsOf(height).flatMap((top) =>
		startsOf(width).map((left) => ({
			left,
			top,
			width: Math.min(maxEnlargedSide, width - left),
			height: Math.min(maxEnlargedSide, height - top),
		})),
	);
}

function startsOf(length: number): readonly number[] {
	const step = maxEnlargedSide - tileOverlap;
	const count = Math.max(1, Math.ceil((length - tileOverlap) / step));
	return Array.from({ length: count }, (_, index) => index * step);
}

/** Whoever holds a code to the camera decides what it says, and how much of it. */
function sifted(codes: readonly Code[]): readonly Code[] {
	const byText = new Map<string, Code>();
	for (const code of codes)
		if (code.text.length <= maxTextChars && !byText.has(code.text))
			byText.set(code.text, code);
	return [...byText.values()].slice(0, maxCodes);
}
