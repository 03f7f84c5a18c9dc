// How loud my microphone hears me, ten times a second, as long as somebody can see it.

import {
	signal as cell,
	effect,
	type ReadonlySignal,
	untracked,
} from "@preact/signals-core";
import { openEar } from "../media/ear.ts";
import type { Platform } from "./platform.ts";

export const listenEveryMs = 100;

export function createLevel(
	platform: Pick<Platform, "stage" | "createStream">,
	track: () => MediaStreamTrack | null,
	lifetime: AbortSignal,
): ReadonlySignal<number> {
	const level = cell(0);
	let listening = new AbortController();

	const listen = (heard: MediaStreamTrack) => {
		listening = new AbortController();
		const { signal } = listening;
		const { createAudio, everySeen } = platform.stage;
		const ear = openEar(createAudio, platform.createStream([heard]));
		signal.addEventListener("abort", ear.close);
		everySeen(
			listenEveryMs,
			() => {
				level.value = ear.level();
			},
			signal,
		);
	};

	const stop = effect(() => {
		const heard = track();
		untracked(() => {
			listening.abort();
			level.value = 0;
			if (heard) listen(heard);
		});
	});
	lifetime.addEventListener("abort", () => {
		stop();
		listening.abort();
	});
	return level;
}
