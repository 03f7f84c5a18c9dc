// Pictures of codes for the tests, as sharp as a screenshot.

import type { Gray } from "../../src/carriers/gray.ts";
import { drawQr } from "../../src/carriers/qr.ts";

export type Placed = {
	readonly text: string;
	readonly left: number;
	readonly top: number;
	readonly pixelsPerModule: number;
	readonly isInverted?: boolean;
	/** Something lies across it, so that it is seen and cannot be read. */
	readonly isTorn?: boolean;
};

/** Gray paper with codes on white cards. */
export function draw(
	width: number,
	height: number,
	placed: readonly Placed[],
): Gray {
	const luma = new Uint8Array(width * height).fill(150);
	for (const one of placed) {
		const { size, isDark } = drawQr(one.text);
		const side = (size + 8) * one.pixelsPerModule;
		for (let y = 0; y < side; y += 1)
			for (let x = 0; x < side; x += 1) {
				const row = Math.floor(y / one.pixelsPerModule) - 4;
				const column = Math.floor(x / one.pixelsPerModule) - 4;
				const isInside =
					Math.min(row, column) >= 0 && Math.max(row, column) < size;
				const isCovered = one.isTorn && Math.abs(row - size / 2) < size * 0.15;
				const isBlack = isInside && (isCovered || isDark(row, column));
				const isInk = isBlack !== (one.isInverted ?? false);
				luma[(one.top + y) * width + one.left + x] = isInk ? 20 : 235;
			}
	}
	return { luma, width, height };
}

export const link = (digits: number) =>
	`https://user.github.io/app/#${"1234567890".repeat(50).slice(0, digits)}`;
