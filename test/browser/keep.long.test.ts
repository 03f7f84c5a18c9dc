// The same in Firefox, and across engines: what it records plays in both, and both are back with one press each.

import { type Browser, errors, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Camera, createCamera } from "./support/camera.ts";
import {
	hasFirefox,
	launchFirefox,
	newFirefoxPerson,
} from "./support/firefox.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import {
	begin,
	by,
	expectMovingPicture,
	inState,
	myCode,
} from "./support/pigeon.ts";
import {
	howLongItRan,
	lastKept,
	readRecording,
	watchRecorder,
} from "./support/recorded.ts";
import { type Server, serve } from "./support/serve.ts";

// Firefox's own false microphone gives the second.
const tones = [600, 1_000] as const;

/** Without one, as machines in data centres are, Firefox lets no sound context run. */
const hasSoundOutput = (page: Page) =>
	page.evaluate(() => {
		const context = new AudioContext();
		const runs = context.resume().then(() => context.state === "running");
		const waited = new Promise<boolean>((done) =>
			setTimeout(() => done(false), 8_000),
		);
		return Promise.race([runs, waited]).finally(() => void context.close());
	});

describe.runIf(hasFirefox)("with Firefox", () => {
	let camera: Camera;
	let chromium: Browser;
	let firefox: Browser;
	let server: Server;
	let one: Person;
	let other: Person;

	beforeAll(async () => {
		server = await serve(inject("builtApp"));
		camera = await createCamera(tones[0]);
		chromium = await launchBrowser({ soundFile: camera.soundFile });
		firefox = await launchFirefox();
		one = await newFirefoxPerson(firefox);
		other = await newPerson(chromium);
		const invite = await begin(one.page, server.url);
		await begin(other.page, server.url);
		await by(other.page, "their-code").fill(invite);
		await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
		for (const { page } of [one, other]) {
			await inState(page, "connected");
			for (const id of ["toggle-mic", "toggle-camera"])
				await by(page, id).click();
		}
		for (const { page } of [one, other])
			await expectMovingPicture(page, "remote-video");
	});

	afterAll(async () => {
		await chromium?.close();
		await firefox?.close();
		await server?.stop();
		await camera?.remove();
	});

	test("both are shown bars and graphs of what really goes over the line", async () => {
		for (const { page } of [one, other]) {
			await page
				.locator("[data-testid=quality]:not([data-bars='0'])")
				.waitFor();
			await by(page, "quality").click();
			for (const graph of ["bitrate", "loss", "round-trip"])
				await expect
					.poll(() => by(page, `graph-${graph}`).getAttribute("data-count"), {
						timeout: 20_000,
					})
					.not.toBe("0");
			const told = await by(page, "graph-bitrate")
				.locator("output")
				.innerText();
			expect(told).toMatch(/↓ [\d.]+ [kM]bit\/s {2}↑ [\d.]+ [kM]bit\/s/);
			// A press beside it closes it as well.
			await by(page, "them").click();
			await by(page, "quality-sheet").waitFor({ state: "detached" });
		}
	});

	test("what it records holds both voices and a moving picture, or it says that there is no sound", async () => {
		await watchRecorder(one.page);
		await by(one.page, "more").click();
		await by(one.page, "toggle-record").click();
		const begun = by(one.page, "stop-recording");
		const refused = by(one.page, "recording-problem");
		await begun.or(refused).waitFor();
		if (!(await hasSoundOutput(one.page))) {
			expect(await refused.textContent()).toContain("no sound output");
			await by(other.page, "their-recording").waitFor({ state: "detached" });
			await by(one.page, "close-sheet").click();
			return;
		}
		await by(other.page, "their-recording").waitFor();
		await one.page.waitForTimeout(4_000);
		const coming = one.page
			.waitForEvent("download", { timeout: 5_000 })
			// Firefox does not tell every driver of them.
			.catch((error) => {
				if (!(error instanceof errors.TimeoutError)) throw error;
			});
		await by(one.page, "stop-recording").click();
		await by(other.page, "their-recording").waitFor({ state: "detached" });
		await by(one.page, "recording-kept").waitFor();
		await coming;
		await by(one.page, "recording-save").waitFor();
		const bytes = await lastKept(one.page);
		const recorded = await readRecording(other.page, bytes, tones);
		const { seconds, soundSeconds } = await howLongItRan(one.page);
		expect(seconds).toBeGreaterThan(3);
		expect(Math.abs(recorded.seconds - soundSeconds)).toBeLessThan(1);
		expect(Math.abs(recorded.toldSeconds - seconds)).toBeLessThan(1);
		expect(recorded).toMatchObject({ width: 1280, height: 720 });
		for (const loudness of recorded.tones)
			expect(loudness).toBeGreaterThan(0.005);
		expect(recorded.differentPictures).toBeGreaterThan(3);
	});

	test("the two call each other again, as seen and heard as before", async () => {
		await by(one.page, "hang-up").click();
		for (const { page } of [one, other]) await by(page, "call-again").waitFor();
		await by(other.page, "call-again").click();
		await one.page.locator("[data-testid=again][data-state=asked]").waitFor();
		await by(one.page, "call-again").click();
		for (const { page } of [one, other]) await inState(page, "connected");
		for (const { page } of [one, other])
			await expectMovingPicture(page, "remote-video");
		expectNoProblems(one, other);
	});
});
