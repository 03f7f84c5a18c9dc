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
	let listening = new AbortController();

	const listen = () => {
		listening = new AbortController();
		const until = AbortSignal.any([lifetime, listening.signal]);
		const voices = { me: createVoice(), them: createVoice() };
		const myLevel = createLevel(platform, () => microphone.track.value, until);
		platform.stage.everySeen(
			listenEveryMs,
			() => {
				const now = platform.now();
				const isTheirsOn = session.theirMedia.value.microphone;
				me.value = microphone.isOn.value && voices.me(myLevel.value, now);
				them.value =
					isTheirsOn && voices.them(levelOf(session.loudness()), now);
			},
			until,
		);
	};

	const stop = effect(() => {
		const isConnected = session.state.value === "connected";
		untracked(() => {
			listening.abort();
			me.value = false;
			them.value = false;
			if (isConnected) listen();
		});
	});
	lifetime.addEventListener("abort", stop);
	return { me, them };
}
