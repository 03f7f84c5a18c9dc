// Being seen and heard, from both ends, measured where it arrives.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Camera, createCamera } from "./support/camera.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import {
	begin,
	by,
	connectByText,
	expectMovingPicture,
	inState,
	loudness,
	myCode,
} from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let camera: Camera;
let browser: Browser;
let server: Server;

beforeAll(async () => {
	camera = await createCamera();
	browser = await launchBrowser({ soundFile: camera.soundFile });
	server = await serve(inject("builtApp"));
});

afterAll(async () => {
	await browser.close();
	await server.stop();
	await camera.remove();
});

const isPressed = (id: string, is: boolean) =>
	`[data-testid=${id}][aria-pressed=${is}]`;

test("what was on before connecting is seen and heard at once, both ways", async () => {
	const one = await newPerson(browser, { screen: "laptop" });
	const other = await newPerson(browser, { screen: "phone" });
	for (const { page } of [one, other]) {
		await page.goto(server.url);
		await by(page, "servers-none").check();
		for (const id of ["toggle-mic", "toggle-camera"]) {
			await by(page, id).click();
			await page.locator(isPressed(id, true)).waitFor();
		}
		await expectMovingPicture(page, "local-video");
		await by(page, "start").click();
	}
	const invite = await myCode(one.page, "invite");
	await myCode(other.page, "invite");
	await by(other.page, "their-code").fill(invite);
	await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
	for (const { page } of [one, other]) {
		await inState(page, "connected");
		await expectMovingPicture(page, "remote-video");
		expect(await loudness(page)).toBeGreaterThan(0.01);
	}

	await by(one.page, "toggle-mic").click();
	await by(other.page, "their-mic-off").waitFor();
	await other.page.waitForTimeout(500);
	expect(await loudness(other.page)).toBeLessThan(0.001);
	await by(one.page, "toggle-mic").click();
	await by(other.page, "their-mic-off").waitFor({ state: "detached" });
	expect(await loudness(other.page)).toBeGreaterThan(0.01);

	await by(one.page, "toggle-camera").click();
	await other.page.locator("[data-is-seen=false]").waitFor();
	await by(one.page, "toggle-camera").click();
	await other.page.locator("[data-is-seen=true]").waitFor();
	await expectMovingPicture(other.page, "remote-video");

	await by(other.page, "hang-up").click();
	await Promise.all([
		inState(one.page, "closed"),
		inState(other.page, "closed"),
	]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("hanging up lets camera and microphone go, on both sides", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	for (const { page } of [one, other])
		await page.addInitScript(() => {
			const kept = self as unknown as { tracks: MediaStreamTrack[] };
			kept.tracks = [];
			const devices = MediaDevices.prototype;
			const { getUserMedia } = devices;
			devices.getUserMedia = async function (wishes) {
				const stream = await getUserMedia.call(this, wishes);
				kept.tracks.push(...stream.getTracks());
				return stream;
			};
		});
	await connectByText(one.page, other.page, server.url);
	for (const { page } of [one, other]) {
		await by(page, "toggle-mic").click();
		await by(page, "toggle-camera").click();
		await page.locator(isPressed("toggle-camera", true)).waitFor();
		await page.locator(isPressed("toggle-mic", true)).waitFor();
		// A muted microphone is kept for the next word; it must go as well.
		await by(page, "toggle-mic").click();
	}
	await by(one.page, "hang-up").click();
	for (const { page } of [one, other]) {
		await inState(page, "closed");
		const live = await page.evaluate(() =>
			(self as unknown as { tracks: MediaStreamTrack[] }).tracks.map(
				({ readyState }) => readyState,
			),
		);
		expect(live).toEqual(["ended", "ended"]);
	}
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("both switch everything on in the same moment, and both are seen and heard", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await connectByText(one.page, other.page, server.url);
	await Promise.all(
		[one, other].map(async ({ page }) => {
			await by(page, "toggle-mic").click();
			await by(page, "toggle-camera").click();
		}),
	);
	for (const { page } of [one, other]) {
		await page.locator("[data-is-seen=true]").waitFor();
		await by(page, "their-mic-off").waitFor({ state: "detached" });
		await expectMovingPicture(page, "remote-video");
		expect(await loudness(page)).toBeGreaterThan(0.01);
	}
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("who may use neither camera nor microphone still sees and hears, and is told why", async () => {
	const one = await newPerson(browser, { permissions: [] });
	const other = await newPerson(browser);
	await one.page.goto(server.url);
	await by(one.page, "toggle-camera").click();
	await by(one.page, "camera-problem").waitFor();
	await by(one.page, "toggle-mic").click();
	await by(one.page, "microphone-problem").waitFor();
	await by(one.page, "servers-none").check();
	await by(one.page, "start").click();
	const invite = await myCode(one.page, "invite");
	await begin(other.page, server.url);
	await by(other.page, "their-code").fill(invite);
	await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
	await inState(one.page, "connected");
	await by(other.page, "toggle-camera").click();
	await by(other.page, "toggle-mic").click();
	await one.page.locator("[data-is-seen=true]").waitFor();
	await expectMovingPicture(one.page, "remote-video");
	expect(await loudness(one.page)).toBeGreaterThan(0.01);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
