// My code as what the screen shows to a camera: one still picture, or, for the rare code that would make one too dense
// to read, an endless row of smaller ones.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
} from "@preact/signals-core";
import type { QrModules } from "../carriers/qr.ts";
import type { WrittenCode } from "../codec/code.ts";
import { split } from "../codec/frames.ts";
import type { Platform } from "./platform.ts";

/** Beyond this a cheap camera no longer tells the modules of a phone's screen apart. */
const maxStillVersion = 15;

// A camera takes 15 pictures a second or more where there is little light; each of ours must be in one of them whole.
const frameMs = 125;

export type Showing = {
	readonly qr: ReadonlySignal<QrModules | null>;
	readonly isMoving: ReadonlySignal<boolean>;
};

export function createShowing(
	platform: Platform,
	code: ReadonlySignal<WrittenCode | null>,
	asScannable: (digits: string) => string,
	lifetime: AbortSignal,
): Showing {
	const frame = cell(0);
	// Not on the first screen, and here before a code has been gathered.
	const artist = cell<typeof import("../carriers/qr.ts") | null>(null);
	void import("../carriers/qr.ts").then((loaded) => {
		artist.value = loaded;
	}, platform.report);
	const isMoving = computed(() => {
		if (!code.value || !artist.value) return false;
		const version = artist.value.qrVersionOf(asScannable(code.value.digits));
		return (version ?? Infinity) > maxStillVersion;
	});

	let running = new AbortController();
	const stop = effect(() => {
		running.abort();
		if (!isMoving.value) return;
		running = new AbortController();
		platform.ticker.every(
			frameMs,
			() => {
				frame.value += 1;
			},
			AbortSignal.any([lifetime, running.signal]),
		);
	});
	lifetime.addEventListener("abort", stop);

	return {
		isMoving,
		qr: computed(() => {
			if (!code.value || !artist.value) return null;
			const { bytes, digits } = code.value;
			return isMoving.value
				? artist.value.drawFrame(asScannable(split(bytes, frame.value)))
				: artist.value.drawQr(asScannable(digits));
		}),
	};
}
