// My microphone and my camera as two switches. A switch knows whether it is on, being asked for,
// or cannot be had; its track is there exactly while it is on.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
} from "@preact/signals-core";
import {
	type DeviceKind,
	type Devices,
	type Facing,
	type KnownDevice,
	openDevice,
} from "./devices.ts";
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
	/** On, and the browser does give sound or picture: phones take both from a page in the background. */
	readonly isLive: ReadonlySignal<boolean>;
	/** The device that runs, and where it looks, as far as it says so. */
	readonly settings: ReadonlySignal<MediaTrackSettings>;
	toggle(): void;
	/** Another one has been chosen: takes it, without a hole where this is on. */
	reopen(): Promise<void>;
	/** The camera on the other side of the phone. */
	flip(): Promise<void>;
	/** These are there now: takes back what was lost, and returns to the chosen one. */
	handleDevices(there: readonly KnownDevice[]): void;
	/** What was lost while nobody looked may be there again. */
	retryLost(): void;
	/** Off, and the device is let go: its light goes out. */
	release(): void;
};

export type SourceOptions = {
	/** Off keeps the device, so that speaking again is instant and asks nobody. */
	readonly isKept: boolean;
	/** When it is gone, any other will do. A camera that nobody chose might show what nobody wants to show. */
	readonly isReplaceable: boolean;
	/** The device that the person wants, by its number in this browser. */
	readonly chosenId: () => string | null;
};

const isLost = (state: SourceState) =>
	state.is === "failed" && state.problem === "lost";

export function createSource(
	devices: Devices | undefined,
	kind: DeviceKind,
	{ isKept, isReplaceable, chosenId }: SourceOptions,
	lifetime: AbortSignal,
): Source {
	const state = cell<SourceState>({ is: "off" });
	const isPaused = cell(false);
	const track = computed(() =>
		state.value.is === "on" ? state.value.track : null,
	);
	let kept: MediaStreamTrack | null = null;
	let facing: Facing = "user";
	/** A person who flips wants the other side, whatever they chose before. */
	let isFlipped = false;
	/** The device that went while it was in use, until it is back or something else is wanted. */
	let lostId: string | null = null;
	let watching = new AbortController();
	// A press while the browser still asks takes the wish back; its late answer is then let go.
	let wish = 0;

	const settings = computed(() => track.value?.getSettings() ?? {});
	const idOf = (one: MediaStreamTrack) => one.getSettings().deviceId ?? null;

	const release = () => {
		wish += 1;
		watching.abort();
		const tracks = [kept, track.value];
		kept = null;
		lostId = null;
		// They are told first: letting a device go takes its time.
		state.value = { is: "off" };
		for (const one of tracks) one?.stop();
	};

	const turnOff = () => {
		if (!isKept || state.value.is !== "on") return release();
		kept = state.value.track;
		kept.enabled = false;
		state.value = { is: "off" };
	};

	const wantedId = () => chosenId() ?? lostId;
	const open = (isOnly = false) =>
		openDevice(devices, kind, {
			id: isFlipped ? null : wantedId(),
			facing,
			isOnly,
		});

	const adopt = (next: MediaStreamTrack) => {
		const look = () => {
			if (next === track.value) isPaused.value = next.muted;
		};
		watching.abort();
		watching = new AbortController();
		const { signal } = watching;
		next.addEventListener(
			"ended",
			() => {
				const wasOn = next === track.value;
				kept = null;
				if (!wasOn) return;
				lostId = idOf(next);
				state.value = { is: "failed", problem: "lost" };
				if (isReplaceable) void turnOn();
			},
			{ signal },
		);
		next.addEventListener("mute", look, { signal });
		next.addEventListener("unmute", look, { signal });
		state.value = { is: "on", track: next };
		isPaused.value = next.muted;
	};

	const turnOn = async (isOnly = false) => {
		if (kept?.readyState === "live") {
			kept.enabled = true;
			state.value = { is: "on", track: kept };
			isPaused.value = kept.muted;
			return;
		}
		wish += 1;
		const mine = wish;
		const isReturning = lostId !== null;
		state.value = { is: "asking" };
		const opened = await open(isOnly);
		if (mine !== wish || lifetime.aborted) {
			if (opened.ok) opened.value.stop();
			return;
		}
		if (!opened.ok) {
			const isGone = isReturning && opened.problem === "missing";
			const problem = isGone ? "lost" : opened.problem;
			state.value = { is: "failed", problem };
			return;
		}
		adopt(opened.value);
	};

	const reopen = async () => {
		const old = track.value;
		if (old === null) {
			if (state.value.is === "failed") return turnOn();
			// What is kept for the next word is the wrong one now.
			if (state.value.is === "off") release();
			return;
		}
		wish += 1;
		const mine = wish;
		let opened = await open();
		if (!opened.ok && opened.problem === "busy" && mine === wish) {
			// Most phones run one camera at a time.
			old.stop();
			opened = await open();
		}
		if (mine !== wish || track.value !== old || lifetime.aborted) {
			if (opened.ok) opened.value.stop();
			return;
		}
		if (opened.ok) adopt(opened.value);
		else if (old.readyState === "live") return;
		else state.value = { is: "failed", problem: opened.problem };
		old.stop();
	};

	lifetime.addEventListener("abort", release);

	return {
		state,
		track,
		isOn: computed(() => state.value.is === "on"),
		isLive: computed(() => state.value.is === "on" && !isPaused.value),
		settings,
		toggle() {
			if (state.value.is === "on" || state.value.is === "asking") turnOff();
			else void turnOn();
		},
		reopen() {
			isFlipped = false;
			lostId = null;
			facing = "user";
			return reopen();
		},
		flip() {
			isFlipped = true;
			facing =
				settings.value.facingMode === "environment" ? "user" : "environment";
			return reopen();
		},
		handleDevices(there) {
			const { value } = state;
			const wanted = wantedId();
			if (!there.some(({ id }) => id === wanted)) return;
			if (isLost(value)) void turnOn();
			else if (value.is === "on" && !isFlipped && idOf(value.track) !== wanted)
				void reopen();
		},
		retryLost() {
			if (isLost(state.value)) void turnOn(!isReplaceable);
		},
		release,
	};
}
