// How long a sound that should never stop was not there, measured where it arrives.

import type { Page } from "playwright-core";
import { by } from "./pigeon.ts";

/** Listens to what comes with the other's picture; gives a function that stops, and tells the longest silence. */
export async function listenForHoles(
	page: Page,
): Promise<() => Promise<number>> {
	await by(page, "remote-video").evaluate(async (element) => {
		const stream = (element as HTMLVideoElement).srcObject as MediaStream;
		const context = new AudioContext();
		const ear = context.createAnalyser();
		ear.fftSize = 2048;
		context.createMediaStreamSource(stream).connect(ear);
		const samples = new Float32Array(ear.fftSize);
		const isSilent = () => {
			ear.getFloatTimeDomainData(samples);
			return samples.every((sample) => Math.abs(sample) < 0.005);
		};
		while (isSilent()) await new Promise((resolve) => setTimeout(resolve, 20));
		const kept = self as unknown as { stopListening: () => number };
		let longestMs = 0;
		let silentSinceMs: number | null = null;
		const timer = setInterval(() => {
			// In the time of the sound: a busy machine looks at it late, but not at another one.
			const nowMs = context.currentTime * 1_000;
			if (!isSilent()) silentSinceMs = null;
			else silentSinceMs ??= nowMs;
			if (silentSinceMs !== null)
				longestMs = Math.max(longestMs, nowMs - silentSinceMs);
		}, 20);
		kept.stopListening = () => {
			clearInterval(timer);
			void context.close();
			return longestMs;
		};
	});
	return () =>
		page.evaluate(() =>
			(self as unknown as { stopListening: () => number }).stopListening(),
		);
}
