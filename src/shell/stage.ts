// Sound, keys, the full screen and the small window over all others, as the browser has them.

import type { Outing, StagePlatform } from "../app/stage-platform.ts";

export type StageEnvironment = {
	readonly page: Document;
	readonly createAudio: () => AudioContext;
};

const typed = "input, textarea, select, [contenteditable]";

export function createStagePlatform({
	page,
	createAudio,
}: StageEnvironment): StagePlatform {
	const on = (
		names: readonly string[],
		handle: () => void,
		signal: AbortSignal,
	) => {
		for (const name of names) page.addEventListener(name, handle, { signal });
	};
	// Leaving what has been left by itself is refused; that is as good.
	const quietly = (work: Promise<unknown> | undefined) =>
		void work?.catch(() => {});
	const sound = page.createElement("audio");
	sound.volume = 0.5;
	const floating: Outing = {
		isPossible: page.pictureInPictureEnabled === true,
		isOn: () => Boolean(page.pictureInPictureElement),
		leave: () => quietly(page.exitPictureInPicture()),
		onChange: (handle, signal) =>
			on(["enterpictureinpicture", "leavepictureinpicture"], handle, signal),
	};
	return {
		createAudio,
		everySeen(ms, run, signal) {
			let timer: ReturnType<typeof setInterval> | undefined;
			const look = () => {
				clearInterval(timer);
				timer = undefined;
				if (page.visibilityState === "visible" && !signal.aborted)
					timer = setInterval(run, ms);
			};
			page.addEventListener("visibilitychange", look, { signal });
			signal.addEventListener("abort", look);
			look();
		},
		onKey: (handle, signal) =>
			page.addEventListener(
				"keydown",
				(event) => {
					const { key, ctrlKey, altKey, metaKey, repeat, target } = event;
					const isMine = handle({
						key,
						isTyping:
							event.isComposing ||
							(target instanceof Element && target.closest(typed) !== null),
						isCommand: ctrlKey || altKey || metaKey,
						isRepeated: repeat,
					});
					if (isMine) event.preventDefault();
				},
				{ signal },
			),
		fullScreen: {
			isPossible: page.fullscreenEnabled === true,
			isOn: () => Boolean(page.fullscreenElement),
			enter: () => quietly(page.documentElement.requestFullscreen()),
			leave: () => quietly(page.exitFullscreen()),
			onChange: (handle, signal) => on(["fullscreenchange"], handle, signal),
		},
		floating,
		// iPhones take the wish and keep to their buttons.
		canSetVolume: sound.volume === 0.5,
		canChooseSpeaker: "setSinkId" in sound,
	};
}
