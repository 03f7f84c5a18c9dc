// A picture as a better lens would have seen it. For parts of a picture only: it is work.

import type { Gray } from "./gray.ts";

/** What each pixel has over the mean of the 5 by 5 around it counts five times: against a lens out of focus. */
export function sharpen({ luma, width, height }: Gray): Gray {
	const mean = Float32Array.from(luma);
	const scratch = new Float32Array(luma.length);
	spread(mean, mean, scratch, { width, height, reach: 2 });
	for (let at = 0; at < luma.length; at += 1)
		mean[at] = 5 * (luma[at] ?? 0) - 4 * (mean[at] ?? 0);
	return grayFrom(mean, width, height);
}

export type Blur = {
	/** Of each of the two averages that come near the blur, to either side, in pixels. */
	readonly reach: number;
	readonly rounds: number;
};

/** After Van Cittert: looks for the picture that, blurred, gives the one that was seen. Noise grows with every round. */
export function refocus(
	{ luma, width, height }: Gray,
	{ reach, rounds }: Blur,
): Gray {
	const size = { width, height, reach };
	const seen = Float32Array.from(luma);
	const guess = seen.slice();
	const blurred = new Float32Array(luma.length);
	const scratch = new Float32Array(luma.length);
	for (let round = 0; round < rounds; round += 1) {
		spread(guess, blurred, scratch, size);
		spread(blurred, blurred, scratch, size);
		for (let at = 0; at < seen.length; at += 1) {
			const value = (guess[at] ?? 0) + (seen[at] ?? 0) - (blurred[at] ?? 0);
			guess[at] = value < 0 ? 0 : value > 255 ? 255 : value;
		}
	}
	return grayFrom(guess, width, height);
}

/** Against noise: what is left of it is spread over its neighbours. */
export function soften({ luma, width, height }: Gray): Gray {
	const size = { width, height, reach: 1 };
	const soft = Float32Array.from(luma);
	const scratch = new Float32Array(luma.length);
	spread(soft, soft, scratch, size);
	spread(soft, soft, scratch, size);
	return grayFrom(soft, width, height);
}

function grayFrom(light: Float32Array, width: number, height: number): Gray {
	const luma = new Uint8Array(Uint8ClampedArray.from(light).buffer);
	return { luma, width, height };
}

type Spread = {
	readonly width: number;
	readonly height: number;
	readonly reach: number;
};

/** The mean of the square around each pixel: sums that slide, so that its size costs nothing. */
function spread(
	from: Float32Array,
	to: Float32Array,
	scratch: Float32Array,
	{ width, height, reach }: Spread,
): void {
	const count = 2 * reach + 1;
	for (let y = 0; y < height; y += 1) {
		const [first, last] = [y * width, (y + 1) * width - 1];
		let sum = (from[first] ?? 0) * (reach + 1);
		for (let step = 1; step <= reach; step += 1)
			sum += from[Math.min(last, first + step)] ?? 0;
		for (let at = first; at <= last; at += 1) {
			scratch[at] = sum;
			const [comes, goes] = [at + reach + 1, at - reach];
			sum += from[comes > last ? last : comes] ?? 0;
			sum -= from[goes < first ? first : goes] ?? 0;
		}
	}
	const sums = new Float32Array(width);
	const rowOf = (y: number) =>
		(y < 0 ? 0 : y >= height ? height - 1 : y) * width;
	for (let y = -reach; y <= reach; y += 1) {
		const row = rowOf(y);
		for (let x = 0; x < width; x += 1)
			sums[x] = (sums[x] ?? 0) + (scratch[row + x] ?? 0);
	}
	const share = 1 / (count * count);
	for (let y = 0; y < height; y += 1) {
		const [row, comes, goes] = [
			y * width,
			rowOf(y + reach + 1),
			rowOf(y - reach),
		];
		for (let x = 0; x < width; x += 1) {
			const sum = sums[x] ?? 0;
			to[row + x] = sum * share;
			sums[x] = sum + (scratch[comes + x] ?? 0) - (scratch[goes + x] ?? 0);
		}
	}
}
