// What is kept of a call, on the device of whoever keeps it; and that the other side knows.

import { readFile } from "node:fs/promises";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Camera, createCamera } from "./support/camera.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import {
	by,
	connectByText,
	expectMovingPicture,
	inState,
} from "./support/pigeon.ts";
import {
	howLongItRan,
	readRecording,
	watchRecorder,
} from "./support/recorded.ts";
import { type Server, serve } from "./support/serve.ts";

const tones = [440, 1_000] as const;
let cameras: Camera[] = [];
let browsers: Browser[] = [];
let server: Server;
let one: Person;
let other: Person;

beforeAll(async () => {
	server = await serve(inject("builtApp"));
	cameras = await Promise.all(tones.map((hertz) => createCamera(hertz)));
	browsers = await Promise.all(
		cameras.map(({ soundFile }) => launchBrowser({ soundFile })),
	);
	const people = browsers.map((browser) => newPerson(browser));
	[one, other] = (await Promise.all(people)) as [Person, Person];
	await connectByText(one.page, other.page, server.url);
	for (const { page } of [one, other])
		for (const id of ["toggle-mic", "toggle-camera"])
			await by(page, id).click();
	for (const { page } of [one, other])
		await expectMovingPicture(page, "remote-video");
});

afterAll(async () => {
	await Promise.all(browsers.map((browser) => browser.close()));
	await server?.stop();
	await Promise.all(cameras.map((camera) => camera.remove()));
});

async function choose(page: Page, id: string): Promise<void> {
	if (!(await by(page, "more-sheet").isVisible()))
		await by(page, "more").click();
	await by(page, id).click();
}

async function bytesOf(download: Download): Promise<Buffer> {
	return readFile(await download.path());
}

test("a picture of the other is as large as they are seen", async () => {
	const coming = one.page.waitForEvent("download");
	await choose(one.page, "take-still");
	const download = await coming;
	expect(download.suggestedFilename()).toMatch(
		/^Pigeon \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.jpg$/,
	);
	const base64 = (await bytesOf(download)).toString("base64");
	const [taken, seen] = await one.page.evaluate(async (text) => {
		const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
		const blob = new Blob([bytes], { type: "image/jpeg" });
		const picture = await createImageBitmap(blob);
		const video = document.querySelector<HTMLVideoElement>(
			"[data-testid=remote-video]",
		);
		return [
			[picture.width, picture.height],
			[video?.videoWidth, video?.videoHeight],
		];
	}, base64);
	expect(taken).toEqual(seen);
	await by(one.page, "still-saved").waitFor();
});

test("a recording plays, with both voices and a moving picture, and the other is told as long as it runs", async () => {
	await watchRecorder(one.page);
	await choose(one.page, "toggle-record");
	await by(other.page, "their-recording").waitFor();
	await by(one.page, "my-recording").waitFor({ state: "attached" });
	await one.page.waitForTimeout(4_000);
	const coming = one.page.waitForEvent("download");
	await by(one.page, "stop-recording").click();
	await by(other.page, "their-recording").waitFor({ state: "detached" });
	const download = await coming;
	await by(one.page, "recording-kept").waitFor();
	const bytes = await bytesOf(download);
	const { seconds, soundSeconds } = await howLongItRan(one.page);
	expect(seconds).toBeGreaterThan(3);
	const recorded = await readRecording(one.page, bytes, tones);
	// A busy machine encodes the last of it late, and loses that when it stops.
	expect(Math.abs(recorded.seconds - soundSeconds)).toBeLessThan(1.5);
	expect(Math.abs(recorded.toldSeconds - seconds)).toBeLessThan(1.5);
	expect(recorded).toMatchObject({ width: 1280, height: 720 });
	for (const loudness of recorded.tones) expect(loudness).toBeGreaterThan(0.01);
	expect(recorded.differentPictures).toBeGreaterThan(3);
});

test("a recording that runs when the other hangs up is saved with what there is", async () => {
	await choose(one.page, "toggle-record");
	await by(other.page, "their-recording").waitFor();
	await one.page.waitForTimeout(2_000);
	const coming = one.page.waitForEvent("download");
	await by(other.page, "hang-up").click();
	await inState(one.page, "closed");
	const bytes = await bytesOf(await coming);
	await by(one.page, "recording-kept").waitFor();
	const recorded = await readRecording(one.page, bytes, tones);
	expect(recorded.seconds).toBeGreaterThan(1);
	expect(await by(one.page, "summary-lasted").textContent()).toMatch(
		/\d\d:\d\d/,
	);
	expect(await by(one.page, "summary-path").textContent()).toContain(
		"same network",
	);
	await by(one.page, "summary-moved").waitFor();
	expectNoProblems(one, other);
});
