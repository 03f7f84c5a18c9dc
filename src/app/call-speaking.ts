// Who speaks, on either side.

import {
	signal as cell,
	effect,
	type ReadonlySignal,
	untracked,
} from "@preact/signals-core";
import { levelOf } from "../media/ear.ts";
import type { Session } from "../peer/session.ts";
import type { Sources } from "./devices.ts";
import { createLevel, listenEveryMs } from "./level.ts";
import type { Platform } from "./platform.ts";
import { createVoice } from "./voice.ts";

export type Speaking = {
	readonly me: ReadonlySignal<boolean>;
	readonly them: ReadonlySignal<boolean>;
};

export function createSpeaking(
	platform: Pick<Platform, "stage" | "createStream" | "now">,
	session: Session,
	{ microphone }: Sources,
	lifetime: AbortSignal,
): Speaking {
	const me = cell(false);
	const them = cell(false);
	const running = new AbortController();
	const until = AbortSignal.any([lifetime, running.signal]);
	const isConnected = () => session.state.value === "connected";

	const myLevel = createLevel(
		platform,
		() => (isConnected() ? microphone.track.value : null),
		until,
	);
	const voices = { me: createVoice(), them: createVoice() };

	// The time of a level is the time of asking for it: two equal ones in a row are two.
	platform.stage.everySeen(
		listenEveryMs,
		() => {
			const now = platform.now();
			const isTheirsOn = isConnected() && session.theirMedia.value.microphone;
			me.value = microphone.isOn.value && voices.me(myLevel.value, now);
			them.value = isTheirsOn && voices.them(levelOf(session.loudness()), now);
		},
		until,
	);
	const stop = effect(() => {
		if (session.state.value !== "closed") return;
		untracked(() => running.abort());
	});
	lifetime.addEventListener("abort", stop);
	return { me, them };
}
