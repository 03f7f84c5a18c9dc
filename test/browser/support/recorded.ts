// What a recording holds, as a browser plays it: how long it is, which tones are in it, and whether the picture moves.

import type { Page } from "playwright-core";

export type Recorded = {
	readonly seconds: number;
	/** As a player shows it before anything is played. */
	readonly toldSeconds: number;
	readonly width: number;
	readonly height: number;
	/** How loud each of the tones is, of 1. */
	readonly tones: readonly number[];
	/** How many of the pictures at its beginning, middle and end differ. */
	readonly differentPictures: number;
};

export type Ran = {
	readonly seconds: number;
	/** By the clock of what mixes the voices, which stands still while a busy machine does not serve it. */
	readonly soundSeconds: number;
};

/** From now on, whatever is recorded in the page tells by the page's own clocks how long it ran. */
export const watchRecorder = (page: Page) =>
	page.evaluate(() => {
		const { start, stop } = MediaRecorder.prototype;
		const { createMediaStreamDestination: mix } = AudioContext.prototype;
		let mixer: AudioContext | null = null;
		let begun: readonly [number, number] = [0, 0];
		let ran: Ran = { seconds: 0, soundSeconds: 0 };
		const now = () =>
			[performance.now() / 1_000, mixer?.currentTime ?? 0] as const;
		AudioContext.prototype.createMediaStreamDestination = function () {
			mixer = this;
			return mix.call(this);
		};
		MediaRecorder.prototype.start = function (partMs) {
			const begin = () => {
				begun = now();
			};
			this.addEventListener("start", begin, { once: true });
			start.call(this, partMs);
		};
		MediaRecorder.prototype.stop = function () {
			const [seconds, soundSeconds] = now();
			ran = {
				seconds: seconds - begun[0],
				soundSeconds: soundSeconds - begun[1],
			};
			stop.call(this);
		};
		const { createObjectURL } = URL;
		let kept: Blob | null = null;
		URL.createObjectURL = (object) => {
			if (object instanceof Blob) kept = object;
			return createObjectURL(object);
		};
		Object.assign(self, { ran: () => ran, kept: () => kept });
	});

export const howLongItRan = (page: Page) =>
	page.evaluate(() => (self as unknown as { ran(): Ran }).ran());

/** What the page has saved last; not every browser tells a driver of what it downloads. */
export async function lastKept(page: Page): Promise<Buffer> {
	const base64 = await page.evaluate(async () => {
		const blob = (self as unknown as { kept(): Blob | null }).kept();
		const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? []);
		return btoa(
			bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""),
		);
	});
	return Buffer.from(base64, "base64");
}

export function readRecording(
	page: Page,
	bytes: Buffer,
	hertz: readonly number[],
): Promise<Recorded> {
	return page.evaluate(
		async ({ base64, hertz }) => {
			// The page may load nothing, not even from itself.
			const binary = atob(base64);
			const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
			const blob = new Blob([bytes]);
			const context = new AudioContext();
			const sound = await context.decodeAudioData(await blob.arrayBuffer());
			await context.close();
			const samples = sound.getChannelData(0);
			// Goertzel, over the second half: by then everything has settled.
			const part = samples.subarray(samples.length >> 1);
			const tones = hertz.map((one) => {
				const turn = (2 * Math.PI * one) / sound.sampleRate;
				let [real, imaginary] = [0, 0];
				for (const [at, sample] of part.entries()) {
					real += sample * Math.cos(turn * at);
					imaginary += sample * Math.sin(turn * at);
				}
				return (2 * Math.hypot(real, imaginary)) / part.length;
			});
			const video = document.createElement("video");
			video.muted = true;
			video.src = URL.createObjectURL(blob);
			const canvas = document.createElement("canvas");
			const pictures = new Set<string>();
			let toldSeconds = 0;
			await new Promise((done, refuse) => {
				video.onloadedmetadata = () => {
					toldSeconds = video.duration;
				};
				video.onended = done;
				video.onerror = refuse;
				video.ontimeupdate = () => {
					canvas.width = video.videoWidth;
					canvas.height = video.videoHeight;
					canvas.getContext("2d")?.drawImage(video, 0, 0);
					pictures.add(canvas.toDataURL("image/jpeg", 0.3));
				};
				video.playbackRate = 2;
				void video.play();
			});
			return {
				seconds: sound.duration,
				toldSeconds: Number.isFinite(toldSeconds) ? toldSeconds : -1,
				width: video.videoWidth,
				height: video.videoHeight,
				tones,
				differentPictures: pictures.size,
			};
		},
		{ base64: bytes.toString("base64"), hertz },
	);
}
