// What a person does in the app, in the words of a test. Goes only through the ids that outside drivers rely on.

import type { Page } from "playwright-core";
import { expect } from "vitest";

export const by = (page: Page, id: string) => page.getByTestId(id);

/** Opens the app and presses the one button; comes back once a code is shown. */
export async function begin(page: Page, url: string): Promise<string> {
	await page.goto(url);
	await by(page, "servers-none").check();
	await by(page, "start").click();
	return myCode(page, "invite");
}

export async function myCode(
	page: Page,
	kind: "invite" | "reply",
): Promise<string> {
	const code = page.locator(`[data-testid=my-code][data-kind=${kind}]`);
	// Folded away where it is handed over in another way.
	await code.waitFor({ state: "attached" });
	return (await code.textContent()) ?? "";
}

export async function myLink(page: Page): Promise<string> {
	return (await by(page, "my-link").getAttribute("href")) ?? "";
}

export async function inState(page: Page, state: string): Promise<void> {
	await page
		.locator(`[data-testid=status][data-state=${state}]`)
		.waitFor({ timeout: 20_000 });
}

export async function connectByText(
	one: Page,
	other: Page,
	url: string,
): Promise<void> {
	const invite = await begin(one, url);
	await begin(other, url);
	await by(other, "their-code").fill(invite);
	await by(one, "their-code").fill(await myCode(other, "reply"));
	await Promise.all([inState(one, "connected"), inState(other, "connected")]);
}

/** Writes over the words that are offered, which take a moment to come. */
export async function lockWith(page: Page, words: string): Promise<void> {
	const field = by(page, "lock-words");
	await expect.poll(() => field.inputValue()).not.toBe("");
	await field.fill(words);
}

export async function say(page: Page, text: string): Promise<void> {
	await by(page, "chat-input").fill(text);
	await by(page, "chat-send").click();
}

/** Waits until the other side's entry is there, and gives its text. */
export async function heard(page: Page, count = 1): Promise<string> {
	const entry = page.locator("[data-testid=chat-log] [data-from=them] p");
	await entry.nth(count - 1).waitFor();
	return (await entry.nth(count - 1).textContent()) ?? "";
}

/** A picture really runs: it has a size, and its time goes on. */
export async function expectMovingPicture(
	page: Page,
	id: string,
): Promise<void> {
	const moved = await by(page, id).evaluate(async (element) => {
		const video = element as HTMLVideoElement;
		const until = performance.now() + 15_000;
		const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
		while (video.videoWidth === 0 && performance.now() < until) await pause();
		const before = video.currentTime;
		while (video.currentTime <= before + 0.3 && performance.now() < until)
			await pause();
		return { width: video.videoWidth, seconds: video.currentTime - before };
	});
	expect(moved.width).toBeGreaterThan(0);
	expect(moved.seconds).toBeGreaterThan(0.3);
}

/** How much sound arrives with the other's picture: root mean square of one second. */
export function loudness(page: Page): Promise<number> {
	return by(page, "remote-video").evaluate(async (element) => {
		const stream = (element as HTMLVideoElement).srcObject as MediaStream;
		const context = new AudioContext();
		const ear = context.createAnalyser();
		ear.fftSize = 32_768;
		context.createMediaStreamSource(stream).connect(ear);
		await context.resume();
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		const samples = new Float32Array(ear.fftSize);
		ear.getFloatTimeDomainData(samples);
		await context.close();
		const sum = samples.reduce((total, sample) => total + sample * sample, 0);
		return Math.sqrt(sum / samples.length);
	});
}

export async function problem(page: Page): Promise<string> {
	return (await by(page, "problem").getAttribute("data-problem")) ?? "";
}

/** What is known of who is there. */
export const standing = (page: Page, is: string) =>
	page.locator(`[data-testid=safety][data-standing=${is}]`).waitFor();

export const digits = (page: Page) => by(page, "safety-number").textContent();

/** Both say that they see the same; gives what they see. */
export async function compare(one: Page, other: Page): Promise<string | null> {
	for (const page of [one, other]) await by(page, "safety-same").click();
	return compared(one, other);
}

export async function compared(
	...pages: readonly Page[]
): Promise<string | null> {
	for (const page of pages) await standing(page, "compared");
	const [first = null, ...others] = await Promise.all(pages.map(digits));
	for (const seen of others) expect(seen).toBe(first);
	return first;
}
