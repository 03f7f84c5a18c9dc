// The plane of the screen that is filmed: where each pixel of the picture meets it, and what is there.

import type { QrModules } from "../../src/carriers/qr.ts";
import type { Scene, Size } from "./scan-frames.ts";
import type { Random } from "./scan-lens.ts";

export const quietModules = 4;

type ToPlane = (x: number, y: number) => readonly [u: number, v: number];

/** Maps a pixel to the plane of the screen, in modules from the code's centre. */
export function view(
	random: Random,
	scene: Scene,
	pitch: number,
	size: Size,
): ToPlane {
	const swing = (most: number) => (random() * 2 - 1) * most;
	const [leanX, leanY] = [swing(scene.lean), swing(scene.lean)];
	const turn = swing(scene.lean * 1.2);
	const centreX = size.width * (0.5 + swing(0.04));
	const centreY = size.height * (0.5 + swing(0.03));
	const focal = 1.1 * size.width;
	const [cosX, sinX] = [Math.cos(leanX), Math.sin(leanX)];
	const [cosY, sinY] = [Math.cos(leanY), Math.sin(leanY)];
	const [cosT, sinT] = [Math.cos(turn), Math.sin(turn)];
	// Where one module to the right and one module down lead, in space.
	const right = [
		cosT * cosY + sinT * sinX * sinY,
		sinT * cosX,
		-cosT * sinY + sinT * sinX * cosY,
	] as const;
	const down = [
		-sinT * cosY + cosT * sinX * sinY,
		cosT * cosX,
		sinT * sinY + cosT * sinX * cosY,
	] as const;
	const away = focal / pitch;
	return (x: number, y: number): readonly [number, number] => {
		const [rayX, rayY] = [(x - centreX) / focal, (y - centreY) / focal];
		// Two equations: the point of the plane lies on the ray.
		const a = right[0] - rayX * right[2];
		const b = down[0] - rayX * down[2];
		const c = right[1] - rayY * right[2];
		const d = down[1] - rayY * down[2];
		const determinant = a * d - b * c;
		const [u, v] = [rayX * away, rayY * away];
		return [(u * d - b * v) / determinant, (a * v - c * u) / determinant];
	};
}

/** A phone that shows a white card with the code, some text, and a textured room behind. */
export function lightOf(
	code: QrModules,
	scene: Scene,
	toPlane: ToPlane,
	random: Random,
) {
	const card = code.size + 2 * quietModules;
	const screen = { wide: card * 0.54, high: card * 0.95 };
	const [one, other, pitch] = [random() * 6, random() * 6, random() * 0.3];

	const module = ([u, v]: readonly [number, number]): number => {
		const row = Math.floor(v + code.size / 2);
		const column = Math.floor(u + code.size / 2);
		const isInside =
			Math.min(row, column) >= 0 && Math.max(row, column) < code.size;
		return isInside && code.isDark(row, column) ? scene.black : scene.white;
	};
	const sampled = (x: number, y: number, grid: number): number => {
		let sum = 0;
		for (let step = 0; step < grid * grid; step += 1) {
			const dx = ((step % grid) + 0.5) / grid - 0.5;
			const dy = (Math.floor(step / grid) + 0.5) / grid - 0.5;
			sum += module(toPlane(x + dx, y + dy));
		}
		return sum / (grid * grid);
	};
	const text = (u: number, v: number): number => {
		const isLine = Math.abs(Math.abs(v) - screen.high * 0.8) < card * 0.04;
		const isInk = isLine && Math.floor(u * 2.1) % 2 === 0;
		return isInk ? scene.black : scene.white * 0.93;
	};
	const room = (x: number, y: number): number =>
		scene.white * (0.4 + 0.24 * Math.sin(x / 53 + one) * Math.cos(y / 31));

	return (x: number, y: number, grid: number): number => {
		const [u, v] = toPlane(x, y);
		const [wide, high] = [Math.abs(u), Math.abs(v)];
		if (wide > screen.wide || high > screen.high) {
			const isFrame = wide < screen.wide * 1.06 && high < screen.high * 1.03;
			return isFrame ? scene.black * 0.7 : room(x, y);
		}
		const isCard = Math.max(wide, high) < card / 2;
		const beat =
			Math.sin(x * (0.1 + pitch) + y * 0.11 + other) +
			0.6 * Math.sin(y * (0.13 + pitch) - x * 0.07);
		const value = isCard ? sampled(x, y, grid) : text(u, v);
		return value * (1 + scene.moire * beat);
	};
}
