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
			// Older browsers do not say when a frame is new, only that time goes on.
			if ("requestVideoFrameCallback" in video)
				video.requestVideoFrameCallback(() => resolve());
			else
				(video as HTMLVideoElement).addEventListener(
					"timeupdate",
					() => resolve(),
					{ once: true },
				);
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
