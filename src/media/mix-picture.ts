// Several pictures as one track of one size: the first fills it, the others stand small in its corners. Drawn by the
// clock that it is given, because a page's own stands still while the page is hidden.

import type { Ticker } from "../lib/ticker.ts";
import { fitInto, insetAt } from "./picture-place.ts";
import type { Studio } from "./studio.ts";

export type PictureMix = {
	readonly track: MediaStreamTrack;
	/** From now on these, the most important first, and no others. */
	set(tracks: readonly MediaStreamTrack[]): void;
};

export const mixSize = { width: 1280, height: 720 } as const;
export const framesPerSecond = 20;
const background = "#0d1114";

export function mixPicture(
	studio: Studio,
	ticker: Ticker,
	lifetime: AbortSignal,
): PictureMix {
	const canvas = studio.createCanvas(mixSize.width, mixSize.height);
	const brush = canvas.getContext("2d", { alpha: false });
	if (!brush) throw new Error("A canvas that cannot be drawn on");
	const line = studio.createFrameLine();
	const track = line
		? line.track
		: canvas.captureStream(framesPerSecond).getVideoTracks()[0];
	if (!track) throw new Error("A canvas without a track");
	const videos = new Map<MediaStreamTrack, HTMLVideoElement>();
	let shown: readonly MediaStreamTrack[] = [];

	const set = (tracks: readonly MediaStreamTrack[]) => {
		shown = tracks;
		for (const [old, video] of videos) {
			if (tracks.includes(old)) continue;
			video.srcObject = null;
			videos.delete(old);
		}
		for (const fresh of tracks)
			if (!videos.has(fresh)) videos.set(fresh, studio.createVideo(fresh));
	};

	const draw = () => {
		brush.fillStyle = background;
		brush.fillRect(0, 0, mixSize.width, mixSize.height);
		for (const [index, one] of shown.entries()) {
			const video = videos.get(one);
			if (!video || video.videoWidth === 0) continue;
			const size = { width: video.videoWidth, height: video.videoHeight };
			const room = index === 0 ? null : insetAt(index - 1, mixSize);
			const { x, y, width, height } = room
				? room
				: fitInto(size, { x: 0, y: 0, ...mixSize });
			if (!room) brush.drawImage(video, x, y, width, height);
			else {
				// As much of it as fills its corner.
				const cut = fitInto(room, { x: 0, y: 0, ...size });
				const { x: left, y: top } = cut;
				brush.drawImage(
					video,
					...([left, top, cut.width, cut.height] as const),
					...([x, y, width, height] as const),
				);
			}
		}
	};

	const startedAt = performance.now();
	const film = () => {
		draw();
		line?.write(canvas, performance.now() - startedAt);
	};
	film();
	ticker.every(1_000 / framesPerSecond, film, lifetime);
	lifetime.addEventListener("abort", () => {
		set([]);
		track.stop();
	});
	return { track, set };
}
