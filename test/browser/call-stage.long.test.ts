// The call's screen where one of the two has Firefox.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { boxesOf, outside, overlaps, roomOf } from "./support/boxes.ts";
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
} from "./support/launch.ts";
import { by, connectByText, expectMovingPicture } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let chromium: Browser;
let firefox: Browser;
let server: Server;
let camera: Camera;

beforeAll(async () => {
	if (!hasFirefox) return;
	camera = await createCamera();
	chromium = await launchBrowser({ soundFile: camera.soundFile });
	firefox = await launchFirefox();
	server = await serve(inject("builtApp"));
});

afterAll(async () => {
	await chromium?.close();
	await firefox?.close();
	await server?.stop();
	await camera?.remove();
});

test.skipIf(!hasFirefox)(
	"Firefox and Chromium mark each other's voice, and both keep their places",
	async () => {
		const one = await newFirefoxPerson(firefox);
		const other = await newPerson(chromium);
		await connectByText(one.page, other.page, server.url);
		for (const { page } of [one, other]) {
			await by(page, "toggle-mic").click();
			await by(page, "toggle-camera").click();
		}
		for (const { page } of [one, other]) {
			await expectMovingPicture(page, "remote-video");
			await page
				.locator("[data-testid=them][data-is-speaking=true]")
				.waitFor({ timeout: 15_000 });
			// How loud oneself is Firefox can tell only where there is a device for sound, and a test may have none.
			if (page === other.page)
				await page
					.locator("[data-testid=me][data-is-speaking=true]")
					.waitFor({ timeout: 15_000 });
			const viewport = page.viewportSize() ?? { width: 0, height: 0 };
			const parts = [".call-head", ".stage", ".controls", ".chat"];
			const boxes = await boxesOf(page, parts);
			expect(overlaps(boxes)).toEqual([]);
			expect(outside(boxes, roomOf(viewport))).toEqual([]);
		}
		// Firefox has a loudspeaker to choose only once the person has picked one in its own list.
		await by(one.page, "more").click();
		await by(one.page, "devices").click();
		await by(one.page, "pick-microphone").waitFor();
		await by(one.page, "volume").fill("0.5");
		expect(
			await by(one.page, "remote-video").evaluate(
				(element) => (element as HTMLVideoElement).volume,
			),
		).toBe(0.5);
		expectNoProblems(one, other);
		await Promise.all([one.close(), other.close()]);
	},
);
