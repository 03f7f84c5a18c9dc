// From what a browser calls a picture to its pixels, the shortest way that this browser has.

import { type Gray, grayOf } from "./gray.ts";
import type { Picture } from "./qr-reader.ts";

export type Pixels = { read(picture: Picture): Promise<Gray> };

type Context = OffscreenCanvasRenderingContext2D;

// A larger photograph would cost a phone hundreds of megabytes.
const maxSide = 4_096;

// Of these the first part is the brightness of every pixel: what the decoders want, without any arithmetic.
const planar = ["I420", "I420A", "I422", "I444", "NV12"];

export function createPixels(
	createContext: (width: number, height: number) => Context | null,
): Pixels {
	let context: Context | null = null;

	const draw = (picture: Picture): Gray => {
		const isFrame = "displayWidth" in picture;
		const wide = isFrame ? picture.displayWidth : picture.width;
		const high = isFrame ? picture.displayHeight : picture.height;
		const scale = Math.min(1, maxSide / Math.max(wide, high));
		const width = Math.max(1, Math.round(wide * scale));
		const height = Math.max(1, Math.round(high * scale));
		const { canvas } = context ?? {};
		if (canvas?.width !== width || canvas.height !== height)
			context = createContext(width, height);
		if (!context) throw new Error("No canvas");
		context.clearRect(0, 0, width, height);
		context.drawImage(picture, 0, 0, width, height);
		const { data } = context.getImageData(0, 0, width, height);
		return grayOf(data, width, height);
	};

	return {
		async read(picture) {
			if (!isPlain(picture)) return draw(picture);
			try {
				return await firstPlane(picture);
			} catch {
				return draw(picture);
			}
		},
	};
}

function isPlain(picture: Picture): picture is VideoFrame {
	if (!("displayWidth" in picture)) return false;
	const { format, visibleRect, displayWidth, displayHeight } = picture;
	// What is turned or stretched on its way to the screen has its corners elsewhere: the canvas takes care of it.
	const isTurned = "rotation" in picture && picture.rotation !== 0;
	return (
		!isTurned &&
		visibleRect?.width === displayWidth &&
		visibleRect.height === displayHeight &&
		planar.includes(format ?? "")
	);
}

async function firstPlane(frame: VideoFrame): Promise<Gray> {
	const { displayWidth: width, displayHeight: height } = frame;
	const bytes = new Uint8Array(frame.allocationSize());
	const [plane] = await frame.copyTo(bytes);
	if (!plane) throw new Error("No planes");
	const { offset, stride } = plane;
	if (stride === width)
		return {
			luma: bytes.subarray(offset, offset + width * height),
			width,
			height,
		};
	const luma = new Uint8Array(width * height);
	for (let row = 0; row < height; row += 1) {
		const from = offset + row * stride;
		luma.set(bytes.subarray(from, from + width), row * width);
	}
	return { luma, width, height };
}
