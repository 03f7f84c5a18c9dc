// What is open on the call's screen, and how the pictures are shown. Loaded with that screen.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import type { Session } from "../peer/session.ts";
import type { Settings } from "../settings/settings.ts";
import { actionOf, type KeyAction } from "./call-keys.ts";
import { createSpeaking, type Speaking } from "./call-speaking.ts";
import type { Sources } from "./devices.ts";
import { type Fit, fitOf, type Shapes } from "./fit.ts";
import type { Platform } from "./platform.ts";
import type { Outing } from "./stage-platform.ts";

/** One panel at a time, over the picture. */
export type Sheet = "more" | "devices" | "details" | "keys";

export type Switch = {
	readonly isPossible: boolean;
	readonly isOn: ReadonlySignal<boolean>;
	toggle(): void;
};

export type Stage = {
	readonly sheet: Signal<Sheet | null>;
	/** Opens it, or closes it where it is open. */
	toggleSheet(name: Sheet): void;
	readonly speaking: Speaking;
	/** Whether the safety number is shown over the picture, or folded into its mark; null until the person says. */
	readonly isSafetyOpen: Signal<boolean | null>;
	/** Their picture, whole or filling the room that there is. */
	readonly fit: ReadonlySignal<Fit>;
	toggleFit(): void;
	/** The shapes of the picture and of its room, whenever either is another. */
	handleShapes(shapes: Shapes): void;
	/** Of everything that comes from them: 0 to 1. */
	readonly volume: Signal<number>;
	readonly canSetVolume: boolean;
	readonly canChooseSpeaker: boolean;
	readonly fullScreen: Switch;
	/** Their picture in a small window over all others. */
	readonly floating: Switch;
	/** What shows them at the moment. */
	holdPicture(video: HTMLVideoElement | null): void;
	readonly hasShortcuts: ReadonlySignal<boolean>;
	setShortcuts(isOn: boolean): void;
};

/** What the call does itself, for the keys. */
export type CallActions = Readonly<
	Record<"screen" | "hold" | "chat", () => void>
>;

export function createStage(
	platform: Platform,
	session: Session,
	sources: Sources,
	settings: Signal<Settings>,
	actions: CallActions,
	lifetime: AbortSignal,
): Stage {
	const sheet = cell<Sheet | null>(null);
	const shapes = cell<Shapes | null>(null);
	const chosenFit = cell<Fit | null>(null);
	let picture: HTMLVideoElement | null = null;

	const fit = computed(() => chosenFit.value ?? fitOf(shapes.value));
	const toggleFit = () => {
		chosenFit.value = fit.value === "whole" ? "filled" : "whole";
	};
	const toggleSheet = (name: Sheet) => {
		sheet.value = sheet.value === name ? null : name;
	};

	const switchOf = (outing: Outing, enter: () => void): Switch => {
		const isOn = cell(outing.isOn());
		outing.onChange(() => {
			isOn.value = outing.isOn();
		}, lifetime);
		lifetime.addEventListener("abort", () => outing.isOn() && outing.leave());
		return {
			isPossible: outing.isPossible,
			isOn,
			toggle: () => (outing.isOn() ? outing.leave() : enter()),
		};
	};
	const { stage } = platform;
	const fullScreen = switchOf(stage.fullScreen, stage.fullScreen.enter);
	const floating = switchOf(stage.floating, () => {
		// Refused where nothing has arrived yet to be shown.
		picture?.requestPictureInPicture().catch(() => {});
	});
	const hasShortcuts = computed(() => settings.value.hasShortcuts);

	const act: Readonly<Record<KeyAction, () => void>> = {
		...actions,
		microphone: sources.microphone.toggle,
		camera: sources.camera.toggle,
		fit: toggleFit,
		fullScreen: () => fullScreen.isPossible && fullScreen.toggle(),
		float: () => floating.isPossible && floating.toggle(),
		keys: () => toggleSheet("keys"),
	};
	const isCall = () =>
		["connected", "recovering", "severed"].includes(session.state.value);
	stage.onKey((press) => {
		if (!isCall()) return false;
		if (press.key === "Escape" && sheet.value !== null) {
			sheet.value = null;
			return true;
		}
		const action = actionOf(press);
		if (action === null || !hasShortcuts.value) return false;
		act[action]();
		return true;
	}, lifetime);

	return {
		sheet,
		toggleSheet,
		isSafetyOpen: cell<boolean | null>(null),
		speaking: createSpeaking(platform, session, sources, lifetime),
		fit,
		toggleFit,
		handleShapes(next) {
			shapes.value = next;
		},
		volume: cell(1),
		canSetVolume: stage.canSetVolume,
		canChooseSpeaker: stage.canChooseSpeaker,
		fullScreen,
		floating,
		holdPicture(video) {
			picture = video;
		},
		hasShortcuts,
		setShortcuts(isOn) {
			settings.value = { ...settings.value, hasShortcuts: isOn };
		},
	};
}
