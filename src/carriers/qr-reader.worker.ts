// Looks for QR codes in one picture after another, off the page's own thread. Nothing is ever asked of another host.

import { jsqr } from "./jsqr.ts";
import { createNative, type DetectorClass } from "./native-detector.ts";
import { createPixels } from "./pixels.ts";
import { createPipeline } from "./qr-pipeline.ts";
import { type Answer, blind, type Question, type Seen } from "./qr-reader.ts";
import { startZxing } from "./zxing.ts";

declare const self: DedicatedWorkerGlobalScope & {
	readonly BarcodeDetector?: DetectorClass;
};

const pipeline = createPipeline(jsqr, () => performance.now());
const pixels = createPixels((width, height) => {
	const canvas = new OffscreenCanvas(width, height);
	return canvas.getContext("2d", { willReadFrequently: true });
});
const native = createNative(
	self.BarcodeDetector,
	(pixels, side) => new ImageData(pixels, side, side),
);

async function start(): Promise<void> {
	const address = new URL(
		"zxing-wasm/reader/zxing_reader.wasm",
		import.meta.url,
	);
	try {
		const response = await fetch(address);
		pipeline.useStrong(await startZxing(await response.arrayBuffer()));
	} catch {
		// Missing, or forbidden: the plain decoder has begun already, and goes on.
	}
}

const isStarted = start();
/** A chosen picture is looked at once: it waits for the decoder that sees all the codes in it, as long as people do. */
const patienceMs = 3_000;

const waitForStart = () =>
	Promise.race([
		isStarted,
		new Promise<void>((resolve) => setTimeout(resolve, patienceMs)),
	]);

async function look(question: Question): Promise<Seen> {
	const { picture, effort, magnification } = question;
	if (effort === "thorough") await waitForStart();
	const race = native.look(picture);
	const seen = pipeline.look(await pixels.read(picture), effort, magnification);
	if (seen.codes.length > 0) return seen;
	const codes = await race;
	return codes.length > 0
		? { ...seen, codes, hasFinder: true, unread: null }
		: seen;
}

self.addEventListener("message", async ({ data }: MessageEvent<Question>) => {
	const seen = await look(data).catch(() => blind);
	data.picture.close();
	self.postMessage({ id: data.id, seen } satisfies Answer);
});
