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
	/** Of the lens, in pixels of a picture with 720 lines: a finer sensor sees the same blur with more of them. */
	readonly blur: readonly [least: number, most: number];
	/** How far the hand moves while the shutter is open, in the same pixels. */
	readonly motion: readonly [least: number, most: number];
	/** Standard deviation of the sensor's noise, of 255; where the same light falls on more pixels it is more. */
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

/** What the app asks of a camera. */
export const fullHd: Size = { width: 1920, height: 1080 };

export function film(
	code: QrModules,
	scene: Scene,
	seed: number,
	size: Size = fullHd,
): Frame {
	const random = randomFrom(seed);
	const between = ([least, most]: readonly [number, number]) =>
		least + random() * (most - least);
	const { width, height } = size;
	const fineness = height / 720;
	const pixelsPerModule =
		(scene.share * height) / (code.size + 2 * quietModules);
	const toPlane = view(random, scene, pixelsPerModule, size);
	const lightAt = lightOf(code, scene, toPlane, random);
	// A large module's edge is a small part of it.
	const grid = pixelsPerModule >= 5 ? 2 : 3;
	const light = new Float32Array(width * height);
	for (let at = 0; at < light.length; at += 1)
		light[at] = lightAt(at % width, Math.floor(at / width), grid);
	// Lenses are made for their sensors: one and a half times as many pixels come with a third more blur.
	const sigma = between(scene.blur) * fineness ** 0.7;
	const soft = blurred(light, size, sigma);
	const angle = random() * Math.PI;
	const way = between(scene.motion) * fineness;
	const moved = smeared(soft, size, way, angle);
	const radius = pixelsPerModule * code.size * between([0.12, 0.32]);
	const noise = scene.noise * Math.sqrt(fineness);
	const luma = sensed(moved, size, { ...scene, noise, radius }, random);
	return { luma, width, height, pixelsPerModule };
}
