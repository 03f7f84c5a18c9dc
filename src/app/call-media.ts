// What of me travels over the lines of a call, and what of them is shown. What is said to be on is what would be
// sent: the other side shows it by these words, not by what happens to arrive.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import type { Source } from "../media/tracks.ts";
import type { Session } from "../peer/session.ts";
import type { Platform } from "./platform.ts";

export type CallMedia = {
	/** Their voice and their camera. */
	readonly theirStream: ReadonlySignal<MediaStream | null>;
	/** Their screen and its sound. */
	readonly theirScreen: ReadonlySignal<MediaStream | null>;
	/** Set by whoever records this call; the other side is told. */
	readonly isRecording: Signal<boolean>;
};

export function createCallMedia(
	platform: Pick<Platform, "createStream">,
	session: Session,
	{ microphone, camera }: Record<"microphone" | "camera", Source>,
	lifetime: AbortSignal,
): CallMedia {
	const isRecording = cell(false);
	const { theirTracks } = session;
	const theirs = {
		audio: computed(() => theirTracks.value.audio),
		video: computed(() => theirTracks.value.video),
		screen: computed(() => theirTracks.value.screen),
		screenAudio: computed(() => theirTracks.value.screenAudio),
	};
	// Made anew only when one of its own tracks is another: an element that is given a stream starts from nothing.
	const streamOf = (...tracks: (MediaStreamTrack | null)[]) => {
		const there = tracks.filter((track) => track !== null);
		return there.length > 0 ? platform.createStream(there) : null;
	};

	const stops = [
		effect(() => session.carry("audio", microphone.track.value)),
		effect(() => session.carry("video", camera.track.value)),
		effect(() => {
			const media = {
				microphone: microphone.isOn.value,
				camera: camera.isOn.value,
				screen: false,
				hold: false,
				recording: isRecording.value,
			};
			if (session.state.value === "connected")
				session.say({ type: "media", ...media });
		}),
	];
	lifetime.addEventListener("abort", () => {
		for (const stop of stops) stop();
	});

	return {
		theirStream: computed(() =>
			streamOf(theirs.audio.value, theirs.video.value),
		),
		theirScreen: computed(() =>
			streamOf(theirs.screen.value, theirs.screenAudio.value),
		),
		isRecording,
	};
}
