// What a camera sees of a phone that shows a code: drawn by arithmetic from a seed, so that every run sees the same.

import type { Gray } from "../../src/carriers/gray.ts";
import type { QrModules } from "../../src/carriers/qr.ts";
import { blurred, randomFrom, sensed, smeared } from "./scan-lens.ts";
import { lightOf, quietModules, view } from "./scan-screen.ts";

export type Scene = {
	/** How much of the picture's height the code and its quiet zone fill. */
	readonly share: number;
	/** The widest lean towards or away from the camera, and the widest turn, in radians. */
	readonly lean: number;
	/** Of the lens, in pixels. */
	readonly blur: readonly [least: number, most: number];
	/** How far the hand moves while the shutter is open, in pixels. */
	readonly motion: readonly [least: number, most: number];
	/** Standard deviation of the sensor's noise, of 255. */
	readonly noise: number;
	/** What black and white come to, of 255. */
	readonly black: number;
	readonly white: number;
	/** Strength of the beat between the screen's pixels and the sensor's. */
	readonly moire: number;
	/** Strength of a lamp's reflection on the glass. */
	readonly glare: number;
};

export type Frame = Gray & { readonly pixelsPerModule: number };

export type Size = { readonly width: number; readonly height: number };

export function film(
	code: QrModules,
	scene: Scene,
	seed: number,
	size: Size = { width: 1280, height: 720 },
): Frame {
	const random = randomFrom(seed);
	const between = ([least, most]: readonly [number, number]) =>
		least + random() * (most - least);
	const { width, height } = size;
	const pixelsPerModule =
		(scene.share * height) / (code.size + 2 * quietModules);
	const toPlane = view(random, scene, pixelsPerModule, size);
	const lightAt = lightOf(code, scene, toPlane, random);
	// A large module's edge is a small part of it.
	const grid = pixelsPerModule >= 5 ? 2 : 3;
	const light = new Float32Array(width * height);
	for (let at = 0; at < light.length; at += 1)
		light[at] = lightAt(at % width, Math.floor(at / width), grid);
	const soft = blurred(light, size, between(scene.blur));
	const angle = random() * Math.PI;
	const moved = smeared(soft, size, between(scene.motion), angle);
	const radius = pixelsPerModule * code.size * between([0.12, 0.32]);
	const luma = sensed(moved, size, { ...scene, radius }, random);
	return { luma, width, height, pixelsPerModule };
}
