// Several voices as one track that never ends by itself: who comes and goes while it runs makes no hole in it.

import type { Studio } from "./studio.ts";

export type SoundMix = {
	readonly track: MediaStreamTrack;
	/** From now on these, and no others. */
	set(tracks: readonly MediaStreamTrack[]): void;
};

export function mixSound(studio: Studio, lifetime: AbortSignal): SoundMix {
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
	void context.resume();
	return { track, set };
}
