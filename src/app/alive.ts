// What a session needs of the device while it lives: a screen that stays on; and what it gives back at its end.

import { effect, type ReadonlySignal, untracked } from "@preact/signals-core";
import type { State } from "../peer/machine.ts";
import type { Sources } from "./devices.ts";
import type { Platform } from "./platform.ts";

export function keepAlive(
	{ wakeLock }: Pick<Platform, "wakeLock">,
	state: ReadonlySignal<State | null>,
	{ microphone, camera }: Sources,
	lifetime: AbortSignal,
): void {
	const stops = [
		effect(() => {
			const isLive = state.value !== null && state.value !== "closed";
			if (isLive) wakeLock.hold();
			else wakeLock.release();
		}),
		effect(() => {
			if (state.value !== "closed") return;
			untracked(microphone.release);
			untracked(camera.release);
		}),
	];
	lifetime.addEventListener("abort", () => {
		for (const stop of stops) stop();
	});
}
