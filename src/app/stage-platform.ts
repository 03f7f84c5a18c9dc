// What a screen with pictures and voices wants of the browser, beyond what a session needs.

import type { KeyPress } from "./call-keys.ts";

/** Something that a part of the page does beside the page: filling the screen, or floating over other windows. */
export type Outing = {
	readonly isPossible: boolean;
	isOn(): boolean;
	leave(): void;
	onChange(handle: () => void, lifetime: AbortSignal): void;
};

export type StagePlatform = {
	readonly createAudio: () => AudioContext;
	/** Only while the page is seen: nobody looks at a meter in a hidden one. */
	readonly everySeen: (
		ms: number,
		run: () => void,
		lifetime: AbortSignal,
	) => void;
	/** `handle` says whether the key was meant for it. */
	readonly onKey: (
		handle: (press: KeyPress) => boolean,
		lifetime: AbortSignal,
	) => void;
	readonly fullScreen: Outing & { enter(): void };
	readonly floating: Outing;
	/** Phones leave both to their own buttons. */
	readonly canSetVolume: boolean;
	readonly canChooseSpeaker: boolean;
};
