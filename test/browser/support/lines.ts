// What really travels between two people of a call, read at the end where it arrives; and what each of them is shown.

import type { BrowserContext, Page } from "playwright-core";
import { by } from "./pigeon.ts";

/** Within a second: how loud, and how many pictures. */
export type Arriving = {
	readonly audio: number;
	readonly video: number;
	readonly screen: number;
	readonly screenAudio: number;
};

type Kept = { made: RTCPeerConnection[] };

/** Before the first page is opened. */
export async function watchLines(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const made: RTCPeerConnection[] = [];
		self.RTCPeerConnection = class extends RTCPeerConnection {
			constructor(configuration?: RTCConfiguration) {
				super(configuration);
				made.push(this);
			}
		};
		Object.assign(self, { made } satisfies Kept);
	});
}

export function arriving(page: Page): Promise<Arriving> {
	return page.evaluate(async () => {
		const { made } = self as unknown as Kept;
		const connection = made.findLast(
			(one) =>
				one.connectionState === "connected" && one.getTransceivers().length > 0,
		);
		if (!connection) return { audio: 0, video: 0, screen: 0, screenAudio: 0 };
		const read = async () =>
			Promise.all(
				connection.getTransceivers().map(async ({ receiver }) => {
					const stats = [...(await receiver.getStats()).values()];
					const line = stats.find(({ type }) => type === "inbound-rtp");
					return {
						frames: line?.framesDecoded ?? 0,
						energy: line?.totalAudioEnergy ?? 0,
						seconds: line?.totalSamplesDuration ?? 0,
					};
				}),
			);
		const before = await read();
		await new Promise((done) => setTimeout(done, 1_000));
		const after = await read();
		const frames = (at: number) =>
			(after[at]?.frames ?? 0) - (before[at]?.frames ?? 0);
		const loudness = (at: number) => {
			const energy = (after[at]?.energy ?? 0) - (before[at]?.energy ?? 0);
			const seconds = (after[at]?.seconds ?? 0) - (before[at]?.seconds ?? 0);
			return seconds > 0 ? Math.sqrt(Math.max(0, energy) / seconds) : 0;
		};
		// The order in which the app makes them.
		return {
			audio: loudness(0),
			video: frames(1),
			screen: frames(2),
			screenAudio: loudness(3),
		};
	});
}

export const isLoud = (loudness: number) => loudness > 0.005;

/** Firefox sends the last picture again once a second where there is none any more. */
export const doesMove = (frames: number) => frames > 3;

/** What arrives, in words. */
export async function lively(page: Page): Promise<readonly string[]> {
	const { audio, video, screen, screenAudio } = await arriving(page);
	return [
		isLoud(audio) ? "voice" : "",
		doesMove(video) ? "camera" : "",
		doesMove(screen) ? "screen" : "",
		isLoud(screenAudio) ? "screen's sound" : "",
	].filter((word) => word !== "");
}

/** What a page says of the other side. */
export async function shown(page: Page): Promise<readonly string[]> {
	const stage = page.locator(".stage");
	const hold = by(page, "on-hold");
	const who =
		(await hold.count()) > 0 ? await hold.getAttribute("data-who") : null;
	return [
		(await by(page, "their-mic-off").count()) === 0 ? "microphone" : "",
		(await stage.getAttribute("data-is-seen")) === "true" ? "camera" : "",
		(await stage.getAttribute("data-is-screen-seen")) === "true"
			? "screen"
			: "",
		who === "theirs" || who === "both" ? "hold" : "",
	].filter((word) => word !== "");
}

const buttons = {
	microphone: "toggle-mic",
	camera: "toggle-camera",
	screen: "toggle-screen",
	hold: "hold",
} as const;

export type Switch = keyof typeof buttons;

export const press = (page: Page, which: Switch): Promise<void> =>
	by(page, buttons[which]).click();

/** What a page says of itself, once it is not asking any more. */
export async function switchedOn(page: Page): Promise<readonly Switch[]> {
	const on: Switch[] = [];
	for (const which of Object.keys(buttons) as Switch[]) {
		const button = by(page, buttons[which]);
		await page
			.locator(`[data-testid=${buttons[which]}]:not([aria-busy=true])`)
			.waitFor();
		if ((await button.getAttribute("aria-pressed")) === "true") on.push(which);
	}
	return on;
}

export async function turn(
	page: Page,
	which: Switch,
	isOn: boolean,
): Promise<void> {
	const isPressed = (await switchedOn(page)).includes(which);
	if (isPressed !== isOn) await press(page, which);
	await page
		.locator(`[data-testid=${buttons[which]}][aria-pressed=${isOn}]`)
		.waitFor();
}
