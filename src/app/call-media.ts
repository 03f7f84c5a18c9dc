// What of me travels over the lines of a call, and what of them is shown. What is said to be on is what would be
// sent: the other side shows it by these words, not by what happens to arrive.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
	untracked,
} from "@preact/signals-core";
import { createScreen, type Screen } from "../media/screen.ts";
import type { Source } from "../media/tracks.ts";
import type { LineKind } from "../peer/media-lines.ts";
import type { Session } from "../peer/session.ts";
import type { Settings } from "../settings/settings.ts";
import { createHold, type Hold } from "./call-hold.ts";
import { createStreams } from "./call-streams.ts";
import type { Platform } from "./platform.ts";

export type CallMedia = {
	readonly screen: Screen;
	readonly hold: Hold;
	/** Their voice and their camera. */
	readonly theirStream: ReadonlySignal<MediaStream | null>;
	/** Their screen and its sound. */
	readonly theirScreen: ReadonlySignal<MediaStream | null>;
	/** Set by whoever records this call; the other side is told. */
	readonly isRecording: Signal<boolean>;
};

export function createCallMedia(
	platform: Pick<Platform, "createStream" | "displays" | "startTone">,
	session: Session,
	{ microphone, camera }: Record<"microphone" | "camera", Source>,
	settings: Signal<Settings>,
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
	const streamOf = createStreams(platform.createStream, lifetime);

	const screen = createScreen(platform.displays, lifetime);
	const hold = createHold(platform, session, settings, lifetime);
	const nothing = cell(null);
	const carry = (
		kind: LineKind,
		track: ReadonlySignal<MediaStreamTrack | null>,
		instead: ReadonlySignal<MediaStreamTrack | null>,
	) =>
		effect(() => {
			const carried = hold.isOn.value ? instead.value : track.value;
			untracked(() => session.carry(kind, carried));
		});

	const stops = [
		carry("audio", microphone.track, hold.tone),
		carry("video", camera.track, nothing),
		carry("screen", screen.picture, nothing),
		carry("screenAudio", screen.sound, nothing),
		effect(() => {
			const media = {
				// A phone takes either away while another app is in front.
				microphone: microphone.isLive.value,
				camera: camera.isLive.value,
				screen: screen.isOn.value,
				hold: hold.isMine.value,
				recording: isRecording.value,
			};
			if (session.state.value !== "connected") return;
			untracked(() => session.say({ type: "media", ...media }));
		}),
		effect(() => {
			if (session.state.value === "closed") untracked(screen.release);
		}),
	];
	lifetime.addEventListener("abort", () => {
		for (const stop of stops) stop();
	});

	return {
		screen,
		hold,
		theirStream: computed(() =>
			streamOf(theirs.audio.value, theirs.video.value),
		),
		theirScreen: computed(() =>
			streamOf(theirs.screenAudio.value, theirs.screen.value),
		),
		isRecording,
	};
}
