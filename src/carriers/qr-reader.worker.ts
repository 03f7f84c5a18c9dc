// Looks for one QR code in one picture, off the page's own thread. One picture at a time.

import jsQR from "jsqr";
import type { Answer, Question } from "./qr-reader.ts";

declare const self: DedicatedWorkerGlobalScope;

// A photograph has more pixels than help: a module must span about four.
const maxSide = 1_600;

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { willReadFrequently: true });

function look(picture: ImageBitmap, side: "whole" | "centre"): string | null {
	const { width, height } = picture;
	const square = Math.min(width, height);
	const [left, top, wide, high] =
		side === "whole"
			? [0, 0, width, height]
			: [(width - square) / 2, (height - square) / 2, square, square];
	const scale = Math.min(1, maxSide / Math.max(wide, high));
	canvas.width = Math.round(wide * scale);
	canvas.height = Math.round(high * scale);
	if (!context || canvas.width === 0 || canvas.height === 0) return null;
	context.drawImage(
		picture,
		left,
		top,
		wide,
		high,
		0,
		0,
		canvas.width,
		canvas.height,
	);
	const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
	const found = jsQR(pixels.data, pixels.width, pixels.height, {
		inversionAttempts: side === "whole" ? "attemptBoth" : "dontInvert",
	});
	// What is not text comes back as an empty string.
	return found?.data ? found.data : null;
}

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
	const { id, picture } = data;
	let text: string | null = null;
	try {
		text = look(picture, "centre") ?? look(picture, "whole");
	} finally {
		picture.close();
		self.postMessage({ id, text } satisfies Answer);
	}
});
