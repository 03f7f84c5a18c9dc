// What a call has besides being seen and heard: how it goes, and what is kept of it. Loaded once it stands.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
} from "@preact/signals-core";
import { takeStill } from "../media/snapshot.ts";
import type { Source } from "../media/tracks.ts";
import type { Session } from "../peer/session.ts";
import type { CallMedia } from "./call-media.ts";
import type { Platform } from "./platform.ts";
import { createQuality, type Quality } from "./quality.ts";
import {
	createRecording,
	type KeepProblem,
	type Recording,
} from "./recording.ts";
import { stampOf } from "./stamp.ts";

export type StillState =
	| { readonly is: "none" | "taking" }
	| { readonly is: "saved"; readonly name: string }
	| { readonly is: "failed"; readonly problem: KeepProblem };

export type Extras = {
	readonly quality: Quality;
	readonly recording: Recording;
	readonly still: ReadonlySignal<StillState>;
	/** Whether there is a picture of theirs to be kept. */
	readonly canTakeStill: ReadonlySignal<boolean>;
	takeStill(): Promise<void>;
};

type Parts = {
	readonly session: Session;
	readonly media: CallMedia;
	readonly microphone: Source;
	readonly camera: Source;
};

// The browser needs the address until it has read it; the words about it are read by then as well.
const savedMs = 8_000;

export function createExtras(
	platform: Platform,
	{ session, media, microphone, camera }: Parts,
	running: AbortSignal,
	lifetime: AbortSignal,
): Extras {
	const { theirMedia, theirTracks } = session;
	const theirScreen = computed(() =>
		theirMedia.value.screen ? theirTracks.value.screen : null,
	);
	const theirCamera = computed(() =>
		theirMedia.value.camera ? theirTracks.value.video : null,
	);
	const there = (...tracks: (MediaStreamTrack | null)[]) =>
		tracks.filter((track) => track !== null);
	// On hold nobody hears or sees anything, and what is said in the room meanwhile is nobody's business.
	const isHeld = media.hold.isOn;
	const scene = {
		voices: computed(() => {
			const { audio, screenAudio } = theirTracks.value;
			const mine = [microphone.track.value, media.screen.sound.value];
			return isHeld.value ? [] : there(audio, screenAudio, ...mine);
		}),
		pictures: computed(() => {
			const screens = [theirScreen.value, media.screen.picture.value];
			return isHeld.value
				? []
				: there(...screens, theirCamera.value, camera.track.value);
		}),
	};
	const isPathThere = computed(
		() =>
			session.state.value === "connected" ||
			session.state.value === "recovering",
	);
	const still = cell<StillState>({ is: "none" });
	const fail = () => {
		still.value = { is: "failed", problem: "noPicture" };
	};

	return {
		quality: createQuality(platform, session, lifetime),
		recording: createRecording(
			platform,
			scene,
			media.isRecording,
			isPathThere,
			running,
			lifetime,
		),
		still,
		canTakeStill: computed(
			() => (theirScreen.value ?? theirCamera.value) !== null,
		),
		async takeStill() {
			const track = theirScreen.value ?? theirCamera.value;
			if (!track || still.value.is === "taking") return;
			still.value = { is: "taking" };
			const studio = await platform.studio();
			const isText = track === theirScreen.value;
			const taken = await takeStill(studio, track, isText).catch(() => null);
			if (!taken) return fail();
			const href = URL.createObjectURL(taken.blob);
			const name = `Pigeon ${stampOf(platform.now())}.${taken.ending}`;
			platform.files.download(href, name);
			still.value = { is: "saved", name };
			platform.ticker.after(
				savedMs,
				() => {
					URL.revokeObjectURL(href);
					still.value = { is: "none" };
				},
				new AbortController().signal,
			);
		},
	};
}
