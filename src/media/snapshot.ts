// One picture of a track, in the size that it has right now.

import type { Studio } from "./studio.ts";

export type Still = { readonly blob: Blob; readonly ending: "jpg" | "png" };

// A still is asked for while the picture is seen: the next frame is a moment away.
const patienceMs = 3_000;
const pictureQuality = 0.95;

/** Null where no picture comes. `isText`: every stroke of a screen shall stay as it is. */
export async function takeStill(
	studio: Studio,
	track: MediaStreamTrack,
	isText: boolean,
): Promise<Still | null> {
	const video = studio.createVideo(track);
	try {
		await firstFrame(video);
		const { videoWidth: width, videoHeight: height } = video;
		if (width === 0) return null;
		const canvas = studio.createCanvas(width, height);
		canvas.getContext("2d")?.drawImage(video, 0, 0);
		const type = isText ? "image/png" : "image/jpeg";
		const blob = await new Promise<Blob | null>((done) =>
			canvas.toBlob(done, type, pictureQuality),
		);
		return blob && { blob, ending: isText ? "png" : "jpg" };
	} finally {
		video.srcObject = null;
	}
}

async function firstFrame(video: HTMLVideoElement): Promise<void> {
	if (video.readyState >= video.HAVE_CURRENT_DATA) return;
	const signal = AbortSignal.timeout(patienceMs);
	await new Promise<void>((done) => {
		video.addEventListener("loadeddata", () => done(), { signal });
		signal.addEventListener("abort", () => done());
	});
}
