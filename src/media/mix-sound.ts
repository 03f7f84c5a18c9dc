// Several voices as one track that never ends by itself: who comes and goes while it runs makes no hole in it.

import type { Ticker } from "../lib/ticker.ts";
import type { Studio } from "./studio.ts";

export type SoundMix = {
	readonly track: MediaStreamTrack;
	/** Whether it sounds: what is recorded before would be shorter than its picture. */
	readonly begun: Promise<boolean>;
	/** From now on these, and no others. */
	set(tracks: readonly MediaStreamTrack[]): void;
};

// A sound output takes a moment. Firefox mixes nothing at all on a device that has none, and does not say so.
const beginMs = 5_000;

export function mixSound(
	studio: Studio,
	ticker: Ticker,
	lifetime: AbortSignal,
): SoundMix {
	const context = studio.createSound();
	const mixed = context.createMediaStreamDestination();
	const [track] = mixed.stream.getAudioTracks();
	if (!track) throw new Error("A mix without a track");
	const sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();

	const set = (tracks: readonly MediaStreamTrack[]) => {
		for (const [old, source] of sources) {
			if (tracks.includes(old)) continue;
			source.disconnect();
			sources.delete(old);
		}
		for (const fresh of tracks) {
			if (sources.has(fresh)) continue;
			const source = context.createMediaStreamSource(
				studio.createStream([fresh]),
			);
			source.connect(mixed);
			sources.set(fresh, source);
		}
	};
	lifetime.addEventListener("abort", () => {
		set([]);
		track.stop();
		void context.close();
	});
	// Asleep until a press, in some browsers; recording is begun by one.
	const begun = new Promise<boolean>((done) => {
		context.resume().then(
			() => done(true),
			() => done(false),
		);
		ticker.after(beginMs, () => done(false), lifetime);
	});
	return { track, begun, set };
}
