// The browser's own means to put pictures and sounds together. Fetched only by whoever keeps something of a call.

import type { FrameLine, Studio } from "../app/platform.ts";

/** Only Chromium has it on the page itself; the library's types do not know it. */
type FrameWindow = Window & {
	readonly MediaStreamTrackGenerator?: new (options: {
		kind: "video";
	}) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> };
};

export function createStudio(window: FrameWindow): Studio {
	const { document } = window;
	const createStream = (tracks: readonly MediaStreamTrack[]) =>
		new MediaStream([...tracks]);
	return {
		canRecord: (type) =>
			"MediaRecorder" in window && MediaRecorder.isTypeSupported(type),
		createRecorder: (stream, options) => new MediaRecorder(stream, options),
		createSound: () => new AudioContext(),
		createCanvas(width, height) {
			const canvas = document.createElement("canvas");
			canvas.width = width;
			canvas.height = height;
			return canvas;
		},
		createVideo(track) {
			const video = document.createElement("video");
			video.muted = true;
			video.playsInline = true;
			video.srcObject = createStream([track]);
			video.play().catch(() => {});
			return video;
		},
		createStream,
		createFrameLine: () => frameLineOf(window.MediaStreamTrackGenerator),
	};
}

function frameLineOf(
	Generator: FrameWindow["MediaStreamTrackGenerator"],
): FrameLine | null {
	if (!Generator) return null;
	const track = new Generator({ kind: "video" });
	const writer = track.writable.getWriter();
	return {
		track,
		write(canvas, atMs) {
			// Rejected once the track has been stopped.
			writer
				.write(new VideoFrame(canvas, { timestamp: atMs * 1_000 }))
				.catch(() => {});
		},
	};
}
