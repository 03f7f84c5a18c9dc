// Where things stand on a screen: what lies over what, what reaches out of it, and what has moved.

import type { Page } from "playwright-core";

export type Box = {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
};

export const screens = {
	phone: { width: 390, height: 844 },
	sideways: { width: 844, height: 390 },
	laptop: { width: 1280, height: 800 },
	narrowStrip: { width: 320, height: 900 },
	flatStrip: { width: 1280, height: 300 },
} as const;

export type ScreenName = keyof typeof screens;

export const screenNames = Object.keys(screens) as readonly ScreenName[];

/** Everything that is there of these, by selector. */
export function boxesOf(
	page: Page,
	selectors: readonly string[],
): Promise<Readonly<Record<string, Box>>> {
	return page.evaluate(
		(all) =>
			Object.fromEntries(
				all.flatMap((selector) => {
					const element = document.querySelector(selector);
					if (!element) return [];
					const { left, top, right, bottom } = element.getBoundingClientRect();
					return [[selector, { left, top, right, bottom }]];
				}),
			),
		selectors,
	);
}

const slack = 0.5;

export const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right - slack &&
	other.left < one.right - slack &&
	one.top < other.bottom - slack &&
	other.top < one.bottom - slack;

/** Every pair of them that lies over each other. */
export function overlaps(
	boxes: Readonly<Record<string, Box>>,
): readonly string[] {
	const all = Object.entries(boxes);
	return all.flatMap(([name, box], at) =>
		all
			.slice(at + 1)
			.filter(([, other]) => overlap(box, other))
			.map(([other]) => `${name} over ${other}`),
	);
}

export const roomOf = ({
	width,
	height,
}: {
	readonly width: number;
	readonly height: number;
}): Box => ({ left: 0, top: 0, right: width, bottom: height });

/** Which of them reach out of this room. */
export function outside(
	boxes: Readonly<Record<string, Box>>,
	room: Box,
): readonly string[] {
	return Object.entries(boxes)
		.filter(
			([, box]) =>
				box.left < room.left - slack ||
				box.top < room.top - slack ||
				box.right > room.right + slack ||
				box.bottom > room.bottom + slack,
		)
		.map(([name]) => name);
}

/** From now on; `shiftsOf` gives what has moved since, of all that nobody pressed for. */
export function watchShifts(page: Page): Promise<void> {
	return page.evaluate(() => {
		const kept = self as unknown as { shifts: number };
		kept.shifts = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				kept.shifts += (entry as unknown as { value: number }).value;
		}).observe({ type: "layout-shift" });
	});
}

export const shiftsOf = (page: Page): Promise<number> =>
	page.evaluate(() => (self as unknown as { shifts: number }).shifts);
