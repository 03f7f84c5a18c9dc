// A sound and the picture that goes with it, as one stream for one element. Made anew only when one of the two is
// another: an element that is given a stream starts from nothing.

import type { Platform } from "./platform.ts";

export type StreamOf = (
	sound: MediaStreamTrack | null,
	picture: MediaStreamTrack | null,
) => MediaStream | null;

export function createStreams(
	createStream: Platform["createStream"],
	lifetime: AbortSignal,
): StreamOf {
	return (sound, picture) => {
		if (!sound && !picture) return null;
		// Chromium plays nothing of a stream before its first picture has come: whoever never turns a camera on would not
		// be heard. So the picture joins when the first of it arrives; the sound goes on meanwhile.
		const isComing = picture?.muted === true;
		const there = [sound, isComing ? null : picture];
		const stream = createStream(there.filter((track) => track !== null));
		if (isComing)
			picture.addEventListener("unmute", () => stream.addTrack(picture), {
				once: true,
				signal: lifetime,
			});
		return stream;
	};
}
