// Watches a running video for QR codes: one frame in flight at a time, the next when it has been looked at.

import type { Picture, QrReader, Seen } from "./qr-reader.ts";

export type Grab = (source: HTMLVideoElement | Blob) => Promise<Picture | null>;

export function watch(
	video: HTMLVideoElement,
	grab: Grab,
	reader: QrReader,
	onSeen: (seen: Seen) => void,
	lifetime: AbortSignal,
): void {
	const nextFrame = () =>
		new Promise<void>((resolve) => {
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
			const seen = picture && (await reader.look(picture, "live"));
			if (seen && !lifetime.aborted) onSeen(seen);
		}
	};
	void run();
}
