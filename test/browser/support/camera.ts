// What the browser's camera and microphone are made to see and hear: a picture of somebody's screen, and a tone.

import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";

export interface Camera {
	/** For `launchBrowser`. Until something is filmed there is no such file, and the browser says it has no camera. */
	readonly cameraFile: string;
	/** For `launchBrowser`: one tone for ever. */
	readonly soundFile: string;
	/** Seen from the next getUserMedia on, once no track of the camera is live any more. */
	film(pngs: Buffer | readonly Buffer[], look?: Look): Promise<void>;
	remove(): Promise<void>;
}

/** How a hand-held phone sees a screen; left out, it sees perfectly. */
export type Look = {
	readonly tiltDegrees?: number;
	readonly isBlurred?: boolean;
	/** 1 is all of it, 0 is a gray wall. */
	readonly contrast?: number;
};

export const handHeld: Look = {
	tiltDegrees: 3,
	isBlurred: true,
	contrast: 0.8,
};

const width = 1280;
const height = 720;
const gray = 128;
const framesPerSecond = 10;
const frameCount = 5;

/** A tone that swings up and down is no noise: what suppresses that leaves it alone. */
export async function createCamera(
	hertz = 440,
	swingHertz = 0,
): Promise<Camera> {
	const folder = await mkdtemp(join(tmpdir(), "pigeon-camera-"));
	const cameraFile = join(folder, "camera.y4m");
	const soundFile = join(folder, "tone.wav");
	await writeFile(soundFile, tone(hertz, swingHertz));
	return {
		cameraFile,
		soundFile,
		async film(pngs, look = {}) {
			const scenes = [pngs]
				.flat()
				.map((png) => photograph(PNG.sync.read(png), look));
			// The browser may open the file at any moment: it is there whole or not at all.
			await writeFile(`${cameraFile}.new`, y4m(scenes));
			await rename(`${cameraFile}.new`, cameraFile);
		},
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}

function photograph(picture: PNG, look: Look): Uint8Array {
	const { tiltDegrees = 0, isBlurred = false, contrast = 1 } = look;
	const zoom = Math.max(picture.width / width, picture.height / height);
	// Several samples for each pixel where the picture is larger than the frame, as a sensor would average.
	const grid = Math.max(1, Math.ceil(zoom));
	const cos = Math.cos((tiltDegrees * Math.PI) / 180) * zoom;
	const sin = Math.sin((tiltDegrees * Math.PI) / 180) * zoom;
	const luma = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			let sum = 0;
			for (let step = 0; step < grid * grid; step++) {
				const dx = x + ((step % grid) + 0.5) / grid - width / 2;
				const dy = y + (Math.floor(step / grid) + 0.5) / grid - height / 2;
				sum += lumaAt(
					picture,
					Math.floor(dx * cos - dy * sin + picture.width / 2),
					Math.floor(dx * sin + dy * cos + picture.height / 2),
				);
			}
			const value = sum / (grid * grid);
			luma[y * width + x] = Math.round(gray + (value - gray) * contrast);
		}
	}
	return isBlurred ? blur(luma) : luma;
}

function lumaAt({ data, ...picture }: PNG, x: number, y: number): number {
	if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return gray;
	const at = (y * picture.width + x) * 4;
	const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
	return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function blur(luma: Uint8Array): Uint8Array {
	return blurAlong(blurAlong(luma, 1), width);
}

function blurAlong(luma: Uint8Array, stride: number): Uint8Array {
	return luma.map((here, at) => {
		const before = luma[at - stride] ?? here;
		const after = luma[at + stride] ?? here;
		return Math.round((before + 2 * here + after) / 4);
	});
}

/** Every scene for half a second, or, where there are several, for two frames each; then again from the start. */
function y4m(scenes: readonly Uint8Array[]): Buffer {
	const head = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
	const colourless = new Uint8Array((width * height) / 2).fill(128);
	const frames = scenes.flatMap((luma) =>
		Array.from({ length: scenes.length > 1 ? 2 : frameCount }, () => [
			Buffer.from("FRAME\n"),
			luma,
			colourless,
		]),
	);
	return Buffer.concat([Buffer.from(head), ...frames.flat()]);
}

const swingsPerSecond = 4;

function tone(hertz: number, swingHertz: number): Buffer {
	const rate = 48_000;
	const byteCount = rate * 2;
	const wav = Buffer.alloc(44 + byteCount);
	wav.write("RIFF", 0);
	wav.writeUInt32LE(36 + byteCount, 4);
	wav.write("WAVEfmt ", 8);
	wav.writeUInt32LE(16, 16);
	wav.writeUInt16LE(1, 20); // PCM
	wav.writeUInt16LE(1, 22); // one channel
	wav.writeUInt32LE(rate, 24);
	wav.writeUInt32LE(rate * 2, 28);
	wav.writeUInt16LE(2, 32);
	wav.writeUInt16LE(16, 34);
	wav.write("data", 36);
	wav.writeUInt32LE(byteCount, 40);
	for (let at = 0; at < rate; at++) {
		const turn = (2 * Math.PI * at) / rate;
		const swing =
			(swingHertz / swingsPerSecond) * Math.sin(swingsPerSecond * turn);
		const value = Math.sin(hertz * turn + swing);
		wav.writeInt16LE(Math.round(value * 12_000), 44 + at * 2);
	}
	return wav;
}
