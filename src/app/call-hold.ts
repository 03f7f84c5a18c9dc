// The call on hold, by me, by them, or by both: while it is, nobody is seen or heard. What is switched on
// stays switched on, so that resuming restores exactly that, and a press meanwhile counts from then on.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
	untracked,
} from "@preact/signals-core";
import type { Session } from "../peer/session.ts";
import type { Settings } from "../settings/settings.ts";

export type Hold = {
	readonly isMine: ReadonlySignal<boolean>;
	readonly isTheirs: ReadonlySignal<boolean>;
	/** Either: nothing of me leaves this device, but for the tone. */
	readonly isOn: ReadonlySignal<boolean>;
	/** Whether they hear a tone while I hold the call; else nothing. */
	readonly hasTone: ReadonlySignal<boolean>;
	setTone(isOn: boolean): void;
	/** Null unless they are to hear it. */
	readonly tone: ReadonlySignal<MediaStreamTrack | null>;
	toggle(): void;
};

export type HoldPlatform = {
	/** A soft tone without end; it ends with the signal. */
	readonly startTone: (lifetime: AbortSignal) => MediaStreamTrack | null;
};

export function createHold(
	{ startTone }: HoldPlatform,
	session: Pick<Session, "theirMedia">,
	settings: Signal<Settings>,
	lifetime: AbortSignal,
): Hold {
	const isMine = cell(false);
	const isTheirs = computed(() => session.theirMedia.value.hold);
	const hasTone = computed(() => settings.value.hasHoldTone);
	const tone = cell<MediaStreamTrack | null>(null);
	let playing = new AbortController();

	const stop = effect(() => {
		const doPlay = isMine.value && hasTone.value;
		untracked(() => {
			playing.abort();
			playing = new AbortController();
			const until = AbortSignal.any([lifetime, playing.signal]);
			tone.value = doPlay ? startTone(until) : null;
		});
	});
	lifetime.addEventListener("abort", stop);

	return {
		isMine,
		isTheirs,
		isOn: computed(() => isMine.value || isTheirs.value),
		hasTone,
		setTone(isOn) {
			settings.value = { ...settings.value, hasHoldTone: isOn };
		},
		tone,
		toggle() {
			isMine.value = !isMine.value;
		},
	};
}
