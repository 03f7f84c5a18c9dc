// Watches a running video for QR codes: one frame in flight at a time, the next when it has been read.

import type { QrReader } from "./qr-reader.ts";

export type Grab = (
	source: HTMLVideoElement | Blob,
) => Promise<ImageBitmap | null>;

export function watch(
	video: HTMLVideoElement,
	grab: Grab,
	reader: QrReader,
	onText: (text: string) => void,
	lifetime: AbortSignal,
): void {
	const nextFrame = () =>
		new Promise<void>((resolve) => {
			lifetime.addEventListener("abort", () => resolve(), { once: true });
			video.requestVideoFrameCallback(() => resolve());
		});
	const run = async () => {
		while (!lifetime.aborted) {
			await nextFrame();
			if (lifetime.aborted) return;
			const picture = await grab(video);
			const text = picture && (await reader.read(picture));
			if (text && !lifetime.aborted) onText(text);
		}
	};
	void run();
}
