// The scanner: a camera that runs exactly as long as it is looked through, and what it makes of the picture.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import type { Point, QrReader, Seen } from "../carriers/qr-reader.ts";
import { watch } from "../carriers/scan.ts";
import {
	type Facing,
	type Lens,
	listCameras,
	openLens,
} from "../media/lens.ts";
import type { MediaProblem } from "../media/problem.ts";
import type { Settings } from "../settings/settings.ts";
import type { Platform } from "./platform.ts";
import { createZoom, type Zoom } from "./zoom.ts";

export type ScanState =
	| { readonly is: "off" }
	| { readonly is: "asking" }
	| {
			readonly is: "looking";
			readonly stream: MediaStream;
			readonly lens: Lens;
	  }
	| { readonly is: "failed"; readonly problem: MediaProblem };

/** What would help, told from the frames once ten seconds have brought nothing. */
export type Hint = "tooDark" | "holdStill" | "comeCloser";

export type Box = {
	readonly corners: readonly Point[];
	readonly width: number;
	readonly height: number;
};

export type Scan = {
	readonly state: ReadonlySignal<ScanState>;
	/** Where in the picture a code is. */
	readonly box: ReadonlySignal<Box | null>;
	readonly hint: ReadonlySignal<Hint | null>;
	readonly isTorchOn: ReadonlySignal<boolean>;
	readonly zoom: Pick<Zoom, "value" | "magnification" | "set">;
	readonly hasOthers: ReadonlySignal<boolean>;
	start(facing: Facing): Promise<void>;
	stop(): void;
	/** Called by the screen once its video shows the camera's picture. */
	watch(video: HTMLVideoElement): void;
	toggleTorch(): Promise<void>;
	switchCamera(): Promise<void>;
};

const hintAfterMs = 10_000;
const darkBelow = 50;

export function createScan(
	platform: Platform,
	settings: Signal<Settings>,
	onTexts: (texts: readonly string[]) => void,
	lifetime: AbortSignal,
): Scan {
	const state = cell<ScanState>({ is: "off" });
	const box = cell<Box | null>(null);
	const hint = cell<Hint | null>(null);
	const isTorchOn = cell(false);
	const cameras = cell<readonly string[]>([]);
	let run = new AbortController();
	let facing: Facing = "environment";
	let lastReadAt = 0;

	const lens = computed(() =>
		state.value.is === "looking" ? state.value.lens : null,
	);
	const zoom = createZoom(lens);

	const stop = () => {
		run.abort();
		lens.value?.track.stop();
		state.value = { is: "off" };
		box.value = null;
		hint.value = null;
		isTorchOn.value = false;
	};
	lifetime.addEventListener("abort", stop);

	const open = async (cameraId: string | null) => {
		stop();
		run = new AbortController();
		const { signal } = run;
		state.value = { is: "asking" };
		const opened = await openLens(platform.devices, { facing, cameraId });
		if (signal.aborted) {
			if (opened.ok) opened.value.track.stop();
			return;
		}
		if (!opened.ok) {
			state.value = { is: "failed", problem: opened.problem };
			return;
		}
		const { track } = opened.value;
		track.addEventListener(
			"ended",
			() => {
				run.abort();
				state.value = { is: "failed", problem: "lost" };
			},
			{ signal },
		);
		lastReadAt = platform.now();
		zoom.begin(opened.value);
		const stream = platform.createStream([track]);
		state.value = { is: "looking", stream, lens: opened.value };
		cameras.value = await listCameras(platform.devices);
	};

	const handleSeen = (seen: Seen) => {
		const { codes, brightness, hasFinder, width, height } = seen;
		const [first] = codes;
		box.value = first ? { corners: first.corners, width, height } : null;
		zoom.follow(seen);
		if (codes.length > 0) {
			lastReadAt = platform.now();
			hint.value = null;
			onTexts(codes.map(({ text }) => text));
			return;
		}
		if (platform.now() - lastReadAt < hintAfterMs) return;
		if (brightness < darkBelow) hint.value = "tooDark";
		else hint.value = hasFinder ? "holdStill" : "comeCloser";
	};

	return {
		state,
		box,
		hint,
		isTorchOn,
		zoom,
		hasOthers: computed(() => cameras.value.length > 1),
		stop,
		start(wanted) {
			facing = wanted;
			// Face to face it has to be the camera beside the screen.
			return open(facing === "user" ? null : settings.value.scanCamera);
		},
		watch(video) {
			const { signal } = run;
			const reader = platform.createQrReader(signal);
			const closer: QrReader = {
				look: (picture, effort) =>
					reader.look(picture, effort, zoom.magnification.value),
			};
			watch(video, platform.grab, closer, handleSeen, platform.now, signal);
		},
		async toggleTorch() {
			const isOn = !isTorchOn.value;
			if (await lens.value?.setTorch(isOn)) isTorchOn.value = isOn;
		},
		async switchCamera() {
			const at = cameras.value.indexOf(lens.value?.cameraId ?? "");
			const next = cameras.value[(at + 1) % cameras.value.length];
			if (next === undefined) return;
			await open(next);
			settings.value = { ...settings.value, scanCamera: next };
		},
	};
}
