// The picture that a camera or a file shows, for whoever reads codes in it.

import type { Platform } from "../app/platform.ts";

/** A video's frame as it is where the browser can hand it over: a copy of it takes longer than reading it. */
export async function grab(
	source: HTMLVideoElement | Blob,
): ReturnType<Platform["grab"]> {
	if (source instanceof HTMLVideoElement && typeof VideoFrame === "function")
		try {
			return new VideoFrame(source);
		} catch {
			// It may still be copied.
		}
	return createImageBitmap(source).catch(() => null);
}
