// Watches a running video for QR codes: one frame in flight at a time, the next when it has been looked at.

import type { Picture, QrReader, Seen } from "./qr-reader.ts";

export type Grab = (source: HTMLVideoElement | Blob) => Promise<Picture | null>;

/** Longer than a look takes that reads something, or sees nothing. */
const slowMs = 40;
const longestRestMs = 400;

/** A look that is work keeps one core busy, and cheap phones have two, which also show what the camera sees. */
const rest = (ms: number) =>
	new Promise((resolve) => setTimeout(resolve, Math.min(ms, longestRestMs)));

export function watch(
	video: HTMLVideoElement,
	grab: Grab,
	reader: QrReader,
	onSeen: (seen: Seen) => void,
	now: () => number,
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
			const startedAt = now();
			const picture = await grab(video);
			const seen = picture && (await reader.look(picture, "live"));
			if (seen && !lifetime.aborted) onSeen(seen);
			const tookMs = now() - startedAt;
			if (tookMs > slowMs) await rest(tookMs / 2);
		}
	};
	void run();
}
