// A picture as the decoders want it: one byte for each pixel, row by row.

export type Gray = {
	readonly luma: Uint8Array<ArrayBuffer>;
	readonly width: number;
	readonly height: number;
};

export type Area = {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
};

/** Transparent pixels count as white: so a screenshot's cut-out is seen by people. */
export function grayOf(
	rgba: Uint8ClampedArray | Uint8Array,
	width: number,
	height: number,
): Gray {
	const luma = new Uint8Array(width * height);
	for (let at = 0, from = 0; at < luma.length; at += 1, from += 4) {
		const red = rgba[from] ?? 0;
		const green = rgba[from + 1] ?? 0;
		const blue = rgba[from + 2] ?? 0;
		const alpha = rgba[from + 3] ?? 255;
		const value = (306 * red + 601 * green + 117 * blue) >> 10;
		luma[at] = alpha === 255 ? value : 255 - ((255 - value) * alpha) / 255;
	}
	return { luma, width, height };
}

export function rgbaOf({ luma, width, height }: Gray): Uint8ClampedArray {
	const words = new Uint32Array(width * height);
	for (let at = 0; at < words.length; at += 1)
		words[at] = (luma[at] ?? 0) * 0x01_01_01 + 0xff_00_00_00;
	return new Uint8ClampedArray(words.buffer);
}

/** Of every so many pixels: a hint needs no more. */
export function brightnessOf({ luma }: Gray): number {
	const step = 61;
	let sum = 0;
	for (let at = 0; at < luma.length; at += step) sum += luma[at] ?? 0;
	return Math.round(sum / Math.max(1, Math.ceil(luma.length / step)));
}

export function cut({ luma, width }: Gray, area: Area): Gray {
	const part = new Uint8Array(area.width * area.height);
	for (let row = 0; row < area.height; row += 1) {
		const from = (area.top + row) * width + area.left;
		part.set(luma.subarray(from, from + area.width), row * area.width);
	}
	return { luma: part, width: area.width, height: area.height };
}

/** Twice as wide and high, the new pixels halfway between the old ones. */
export function enlarge({ luma, width, height }: Gray): Gray {
	const wide = width * 2;
	const large = new Uint8Array(wide * height * 2);
	for (let y = 0; y < height; y += 1) {
		const row = y * width;
		const below = y + 1 < height ? row + width : row;
		const to = y * 2 * wide;
		for (let x = 0; x < width; x += 1) {
			const next = x + 1 < width ? x + 1 : x;
			const here = luma[row + x] ?? 0;
			const right = luma[row + next] ?? 0;
			const under = luma[below + x] ?? 0;
			const across = luma[below + next] ?? 0;
			const at = to + x * 2;
			large[at] = here;
			large[at + 1] = (here + right) >> 1;
			large[at + wide] = (here + under) >> 1;
			large[at + wide + 1] = (here + right + under + across) >> 2;
		}
	}
	return { luma: large, width: wide, height: height * 2 };
}

/** Half as wide and high: what is too large or too noisy for a decoder may be read from further away. */
export function shrink({ luma, width, height }: Gray): Gray {
	const [wide, high] = [width >> 1, height >> 1];
	const small = new Uint8Array(wide * high);
	for (let y = 0; y < high; y += 1)
		for (let x = 0; x < wide; x += 1) {
			const at = y * 2 * width + x * 2;
			small[y * wide + x] =
				((luma[at] ?? 0) +
					(luma[at + 1] ?? 0) +
					(luma[at + width] ?? 0) +
					(luma[at + width + 1] ?? 0)) >>
				2;
		}
	return { luma: small, width: wide, height: high };
}

/** The upright rectangle around some points. */
export function areaAround(
	points: readonly { readonly x: number; readonly y: number }[],
): Area {
	const xs = points.map(({ x }) => Math.round(x));
	const ys = points.map(({ y }) => Math.round(y));
	const [left, top] = [Math.min(...xs), Math.min(...ys)];
	return {
		left,
		top,
		width: Math.max(...xs) - left,
		height: Math.max(...ys) - top,
	};
}
