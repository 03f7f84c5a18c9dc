// My microphone and my camera as two switches. A switch knows whether it is on, being asked for,
// or cannot be had; its track is there exactly while it is on.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
} from "@preact/signals-core";
import { type DeviceKind, type Devices, openDevice } from "./devices.ts";
import type { MediaProblem } from "./problem.ts";

export type SourceState =
	| { readonly is: "off" }
	| { readonly is: "asking" }
	| { readonly is: "on"; readonly track: MediaStreamTrack }
	| { readonly is: "failed"; readonly problem: MediaProblem };

export type Source = {
	readonly state: ReadonlySignal<SourceState>;
	readonly track: ReadonlySignal<MediaStreamTrack | null>;
	readonly isOn: ReadonlySignal<boolean>;
	toggle(): void;
	/** Off, and the device is let go: its light goes out. */
	release(): void;
};

/** `isKept`: off keeps the device, so that speaking again is instant and asks nobody. */
export function createSource(
	devices: Devices | undefined,
	kind: DeviceKind,
	isKept: boolean,
	lifetime: AbortSignal,
): Source {
	const state = cell<SourceState>({ is: "off" });
	const track = computed(() =>
		state.value.is === "on" ? state.value.track : null,
	);
	let kept: MediaStreamTrack | null = null;
	// A press while the browser still asks takes the wish back; its late answer is then let go.
	let wish = 0;

	const release = () => {
		wish += 1;
		kept?.stop();
		track.value?.stop();
		kept = null;
		state.value = { is: "off" };
	};

	const turnOff = () => {
		if (!isKept || state.value.is !== "on") return release();
		kept = state.value.track;
		kept.enabled = false;
		state.value = { is: "off" };
	};

	const turnOn = async () => {
		if (kept?.readyState === "live") {
			kept.enabled = true;
			state.value = { is: "on", track: kept };
			return;
		}
		wish += 1;
		const mine = wish;
		state.value = { is: "asking" };
		const opened = await openDevice(devices, kind);
		if (mine !== wish || lifetime.aborted) {
			if (opened.ok) opened.value.stop();
			return;
		}
		if (!opened.ok) {
			state.value = { is: "failed", problem: opened.problem };
			return;
		}
		opened.value.addEventListener(
			"ended",
			() => {
				if (mine !== wish) return;
				kept = null;
				state.value = { is: "failed", problem: "lost" };
			},
			{ signal: lifetime },
		);
		state.value = { is: "on", track: opened.value };
	};

	lifetime.addEventListener("abort", release);

	return {
		state,
		track,
		isOn: computed(() => state.value.is === "on"),
		toggle() {
			if (state.value.is === "on" || state.value.is === "asking") turnOff();
			else void turnOn();
		},
		release,
	};
}
