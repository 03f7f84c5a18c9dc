// The scanner: a camera that runs exactly as long as it is looked through.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { watch } from "../carriers/scan.ts";
import { openDevice } from "../media/devices.ts";
import type { MediaProblem } from "../media/problem.ts";
import type { Platform } from "./platform.ts";

export type ScanState =
	| { readonly is: "off" }
	| { readonly is: "asking" }
	| { readonly is: "looking"; readonly stream: MediaStream }
	| { readonly is: "failed"; readonly problem: MediaProblem };

export type Scan = {
	readonly state: ReadonlySignal<ScanState>;
	start(): Promise<void>;
	stop(): void;
	/** Called by the screen once its video shows the camera's picture. */
	watch(video: HTMLVideoElement): void;
};

export function createScan(
	platform: Platform,
	onText: (text: string) => void,
	lifetime: AbortSignal,
): Scan {
	const state = cell<ScanState>({ is: "off" });
	let run = new AbortController();

	const stop = () => {
		run.abort();
		if (state.value.is === "looking")
			for (const track of state.value.stream.getTracks()) track.stop();
		state.value = { is: "off" };
	};
	lifetime.addEventListener("abort", stop);

	return {
		state,
		stop,
		async start() {
			stop();
			run = new AbortController();
			const { signal } = run;
			state.value = { is: "asking" };
			const opened = await openDevice(platform.devices, "scanner");
			if (signal.aborted) {
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
					state.value = { is: "failed", problem: "lost" };
				},
				{ signal },
			);
			state.value = {
				is: "looking",
				stream: platform.createStream([opened.value]),
			};
		},
		watch(video) {
			const { signal } = run;
			const reader = platform.createQrReader(signal);
			watch(video, platform.grab, reader, onText, signal);
		},
	};
}
