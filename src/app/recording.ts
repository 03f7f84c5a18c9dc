// A recording of the call on this device: everybody's voice, and the picture that matters. The other side is told
// before it begins; it ends with the call at the latest, and what there is by then is saved.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
	untracked,
} from "@preact/signals-core";
import { formatFor } from "../media/formats.ts";
import { mixPicture } from "../media/mix-picture.ts";
import { mixSound } from "../media/mix-sound.ts";
import type { KeepProblem } from "../media/problem.ts";
import { webmHeadBytes, withLength } from "../media/webm-length.ts";
import type { Platform } from "./platform.ts";
import { openRecordingFile, type RecordingFile } from "./recording-file.ts";
import { stampOf } from "./stamp.ts";

export type { KeepProblem };

export type RecordingState =
	| { readonly is: "off" | "starting" | "on" | "saving" }
	| {
			readonly is: "kept";
			readonly name: string;
			readonly bytes: number;
			readonly href: string;
			/** It ended by itself, because the device is full. */
			readonly isCut: boolean;
	  }
	| { readonly is: "failed"; readonly problem: KeepProblem };

export type Recording = {
	readonly state: ReadonlySignal<RecordingState>;
	readonly isOn: ReadonlySignal<boolean>;
	readonly lengthMs: ReadonlySignal<number>;
	/** What became of it has only just been said. */
	readonly isNews: ReadonlySignal<boolean>;
	toggle(): void;
};

/** What is to be heard and seen at the moment. */
export type Scene = {
	readonly voices: ReadonlySignal<readonly MediaStreamTrack[]>;
	/** The most important first. */
	readonly pictures: ReadonlySignal<readonly MediaStreamTrack[]>;
};

// What a page that is gone takes with it is this much at most.
const partMs = 1_000;
/** Long enough to be read; afterwards it is in the way of the call. */
const newsMs = 15_000;
const bitsPerSecond = {
	videoBitsPerSecond: 2_500_000,
	audioBitsPerSecond: 96_000,
};

export function createRecording(
	platform: Platform,
	scene: Scene,
	isTold: Signal<boolean>,
	isPathThere: ReadonlySignal<boolean>,
	running: AbortSignal,
	lifetime: AbortSignal,
): Recording {
	const state = cell<RecordingState>({ is: "off" });
	const lengthMs = cell(0);
	const isNews = cell(false);
	const isOn = computed(() => state.value.is === "on");
	let stop = () => {};
	let life = new AbortController();

	const tell = () => {
		isNews.value = true;
		platform.ticker.after(
			newsMs,
			() => {
				isNews.value = false;
			},
			lifetime,
		);
	};
	const fail = (problem: KeepProblem) => {
		isTold.value = false;
		state.value = { is: "failed", problem };
		tell();
	};

	const present = (
		blob: Blob,
		name: string,
		isCut: boolean,
		file: RecordingFile,
	) => {
		const href = URL.createObjectURL(blob);
		platform.files.download(href, name);
		const clear = () => {
			URL.revokeObjectURL(href);
			void file.remove();
		};
		// The browser needs it until it has copied all of it, also where the screen has been left meanwhile.
		const forget = () =>
			platform.ticker.after(120_000, clear, new AbortController().signal);
		if (lifetime.aborted) return forget();
		lifetime.addEventListener("abort", forget);
		state.value = { is: "kept", name, bytes: blob.size, href, isCut };
		tell();
	};

	const start = async () => {
		if (running.aborted) return;
		state.value = { is: "starting" };
		const studio = await platform.studio();
		const format = formatFor(studio.canRecord);
		if (!format) return fail("unsupported");
		const name = `Pigeon ${stampOf(platform.now())}.${format.ending}`;
		const place = { ...platform.files.recordings, now: platform.now };
		const file = await openRecordingFile(place, name);
		if (!file) return fail("noRoom");
		if (running.aborted) return void file.remove();

		life = new AbortController();
		const { signal } = life;
		signal.addEventListener("abort", () => {
			stop = () => {};
		});
		// Told first: nothing is kept that they could not know of.
		isTold.value = true;
		const sound = mixSound(studio, platform.ticker, signal);
		const hasSound = await sound.begun;
		if (!hasSound || running.aborted) {
			life.abort();
			void file.remove();
			isTold.value = false;
			state.value = { is: "off" };
			return running.aborted ? undefined : fail("noSound");
		}
		const picture = mixPicture(studio, platform.ticker, signal);
		const stream = studio.createStream([picture.track, sound.track]);
		const recorder = studio.createRecorder(stream, {
			mimeType: format.type,
			...bitsPerSecond,
		});
		let isCut = false;
		let writing = Promise.resolve();
		let lastAt = platform.now();
		const count = () => {
			const now = platform.now();
			if (recorder.state === "recording") lengthMs.value += now - lastAt;
			lastAt = now;
		};
		const stops = [
			effect(() => sound.set(scene.voices.value)),
			effect(() => picture.set(scene.pictures.value)),
			effect(() => {
				const { state: now } = recorder;
				if (!isPathThere.value && now === "recording") recorder.pause();
				if (isPathThere.value && now === "paused") recorder.resume();
			}),
		];
		stop = () => {
			count();
			if (recorder.state !== "inactive") recorder.stop();
		};
		recorder.addEventListener(
			"dataavailable",
			({ data }) => {
				writing = writing.then(async () => {
					if (isCut || data.size === 0) return;
					isCut = !(await file.write(data).catch(() => false));
					if (isCut) stop();
				});
			},
			{ signal },
		);
		recorder.addEventListener("error", () => stop(), { signal });
		recorder.addEventListener(
			"stop",
			async () => {
				state.value = { is: "saving" };
				isTold.value = false;
				for (const end of stops) end();
				await writing;
				life.abort();
				try {
					const blob = await file.finish(format.type);
					present(await lengthened(blob, lengthMs.value), name, isCut, file);
				} catch {
					fail("failed");
				}
			},
			{ signal },
		);
		lengthMs.value = 0;
		platform.ticker.every(500, count, signal);
		// A busy device begins a while after it was told to.
		recorder.addEventListener(
			"start",
			() => {
				lengthMs.value = 0;
				lastAt = platform.now();
			},
			{ signal },
		);
		recorder.start(partMs);
		state.value = { is: "on" };
	};

	running.addEventListener("abort", () => untracked(stop));

	return {
		state,
		isOn,
		lengthMs,
		isNews,
		toggle() {
			if (state.value.is === "on") return stop();
			if (state.value.is === "starting" || state.value.is === "saving") return;
			start().catch((cause) => {
				life.abort();
				fail("failed");
				platform.report(new Error("A recording broke", { cause }));
			});
		},
	};
}

async function lengthened(blob: Blob, ms: number): Promise<Blob> {
	const start = await blob.slice(0, webmHeadBytes).arrayBuffer();
	const head = withLength(new Uint8Array(start), ms);
	return head
		? new Blob([head, blob.slice(webmHeadBytes)], { type: blob.type })
		: blob;
}
