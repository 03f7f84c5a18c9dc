// My screen as one switch: its picture, and its sound where the browser gives it. The browser asks every time what is
// to be shown; who says no there has changed their mind, and that is no trouble.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
} from "@preact/signals-core";

/** Phones have no way to show their screen. */
export type Displays = Partial<Pick<MediaDevices, "getDisplayMedia">>;

export type ScreenState =
	| { readonly is: "off" }
	| { readonly is: "asking" }
	| {
			readonly is: "on";
			readonly picture: MediaStreamTrack;
			readonly sound: MediaStreamTrack | null;
	  }
	| { readonly is: "failed" };

export type Screen = {
	readonly canShare: boolean;
	readonly state: ReadonlySignal<ScreenState>;
	readonly picture: ReadonlySignal<MediaStreamTrack | null>;
	readonly sound: ReadonlySignal<MediaStreamTrack | null>;
	readonly isOn: ReadonlySignal<boolean>;
	toggle(): void;
	release(): void;
};

/** Screen Capture says more than the library's types know. */
type Wishes = DisplayMediaStreamOptions & {
	readonly selfBrowserSurface: "exclude" | "include";
	readonly surfaceSwitching: "exclude" | "include";
	readonly systemAudio: "exclude" | "include";
};

const wishes: Wishes = {
	video: { frameRate: { ideal: 30 } },
	// As it is played, and without the voices of this very call: they would come back as an echo.
	audio: {
		echoCancellation: false,
		noiseSuppression: false,
		autoGainControl: false,
		...{ restrictOwnAudio: true },
	},
	// This page in itself, without end.
	selfBrowserSurface: "exclude",
	surfaceSwitching: "include",
	systemAudio: "include",
};

export function createScreen(
	displays: Displays | undefined,
	lifetime: AbortSignal,
): Screen {
	const state = cell<ScreenState>({ is: "off" });
	const shared = computed(() => (state.value.is === "on" ? state.value : null));
	// A press while the browser still asks takes the wish back.
	let wish = 0;

	const release = () => {
		wish += 1;
		const tracks = [shared.value?.picture, shared.value?.sound];
		// They are told first: letting a capture go takes its time.
		state.value = { is: "off" };
		for (const one of tracks) one?.stop();
	};
	lifetime.addEventListener("abort", release);

	const show = (stream: MediaStream, own: number) => {
		const [picture] = stream.getVideoTracks();
		const [sound] = stream.getAudioTracks();
		if (!picture || own !== wish || lifetime.aborted) {
			for (const track of stream.getTracks()) track.stop();
			return;
		}
		// Stopped from the browser's own bar, or the window that was shown has been closed.
		picture.addEventListener("ended", () => own === wish && release(), {
			signal: lifetime,
		});
		state.value = { is: "on", picture, sound: sound ?? null };
	};

	const ask = async () => {
		wish += 1;
		const own = wish;
		state.value = { is: "asking" };
		try {
			// Only in the very moment of a press do browsers ask.
			const stream = await displays?.getDisplayMedia?.(wishes);
			if (stream) show(stream, own);
		} catch (error) {
			if (own !== wish) return;
			const isRefused =
				error instanceof Error &&
				(error.name === "NotAllowedError" || error.name === "AbortError");
			state.value = { is: isRefused ? "off" : "failed" };
		}
	};

	return {
		canShare: displays?.getDisplayMedia !== undefined,
		state,
		picture: computed(() => shared.value?.picture ?? null),
		sound: computed(() => shared.value?.sound ?? null),
		isOn: computed(() => shared.value !== null),
		toggle() {
			if (state.value.is === "on" || state.value.is === "asking") release();
			else void ask();
		},
		release,
	};
}
