// Chance from a seed, and what lens, hand and sensor do to a picture.

import type { Size } from "./scan-frames.ts";

export type Random = () => number;

/** mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d_2b_79_f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export function blurred(
	light: Float32Array,
	size: Size,
	sigma: number,
): Float32Array {
	const reach = Math.ceil(sigma * 2.5);
	const bell = Array.from({ length: 2 * reach + 1 }, (_, at) =>
		Math.exp(-((at - reach) ** 2) / (2 * sigma * sigma)),
	);
	const total = bell.reduce((sum, one) => sum + one, 0);
	const weights = Float32Array.from(bell, (one) => one / total);
	const across = spread(light, size, weights, true);
	return spread(across, size, weights, false);
}

function spread(
	light: Float32Array,
	{ width, height }: Size,
	weights: Float32Array,
	isAcross: boolean,
): Float32Array {
	const reach = (weights.length - 1) / 2;
	const out = new Float32Array(light.length);
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) {
			let sum = 0;
			for (let step = -reach; step <= reach; step += 1) {
				const column = isAcross ? clamp(x + step, width) : x;
				const row = isAcross ? y : clamp(y + step, height);
				sum +=
					(light[row * width + column] ?? 0) * (weights[step + reach] ?? 0);
			}
			out[y * width + x] = sum;
		}
	return out;
}

export function smeared(
	light: Float32Array,
	{ width, height }: Size,
	length: number,
	angle: number,
): Float32Array {
	const steps = Math.ceil(length) + 1;
	if (length < 0.5) return light;
	const out = new Float32Array(light.length);
	for (let step = 0; step < steps; step += 1) {
		const way = (step / (steps - 1) - 0.5) * length;
		const dx = Math.round(way * Math.cos(angle));
		const dy = Math.round(way * Math.sin(angle));
		for (let y = 0; y < height; y += 1) {
			const row = clamp(y + dy, height) * width;
			for (let x = 0; x < width; x += 1)
				out[y * width + x] =
					(out[y * width + x] ?? 0) +
					(light[row + clamp(x + dx, width)] ?? 0) / steps;
		}
	}
	return out;
}

function clamp(at: number, length: number): number {
	return at < 0 ? 0 : at >= length ? length - 1 : at;
}

/** A lamp's reflection somewhere near the middle, and what the sensor adds by itself. */
export function sensed(
	light: Float32Array,
	{ width, height }: Size,
	{ glare, noise, radius }: Record<"glare" | "noise" | "radius", number>,
	random: Random,
): Uint8Array<ArrayBuffer> {
	const lampX = width * (0.4 + random() * 0.2);
	const lampY = height * (0.4 + random() * 0.2);
	const grains = Float32Array.from({ length: 4_096 }, () => {
		// The sum of three even dice is as good as a bell curve here: its standard deviation is one half.
		return (random() + random() + random() - 1.5) * 2 * noise;
	});
	const luma = new Uint8Array(width * height);
	for (let at = 0; at < luma.length; at += 1) {
		const x = at % width;
		const distance = Math.hypot(x - lampX, (at - x) / width - lampY) / radius;
		const shine =
			glare > 0 && distance < 3 ? Math.exp(-distance * distance) * 220 : 0;
		const grain = grains[Math.floor(random() * grains.length)] ?? 0;
		const value = (light[at] ?? 0) + glare * shine + grain;
		luma[at] = Math.max(0, Math.min(255, value));
	}
	return luma;
}
