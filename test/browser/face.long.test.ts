// Screen to screen: both people press one button, and neither presses another.

import { expect, inject, test } from "vitest";
import { closing, screenOf, twoPeople } from "./support/filming.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import { begin, by, expectMovingPicture, inState } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

test("one is read first: says so, keeps looking, and learns that it has been read", async () => {
	const [one, other] = await twoPeople();
	await other.camera.film(await screenOf(one));
	await by(other.page, "face").click();
	await other.page.locator("[data-testid=i-read][data-is-done=true]").waitFor();
	expect(await by(other.page, "they-read").getAttribute("data-is-done")).toBe(
		"false",
	);
	// The camera's light is still on: there is something left to see.
	await expectMovingPicture(other.page, "scan-video");

	await one.camera.film(await screenOf(other));
	await by(one.page, "face").click();
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
});

test("who goes back is at the ordinary screen, with the camera off", async () => {
	const [one, other] = await twoPeople();
	await one.camera.film(await by(other.page, "their-code").screenshot());
	await by(one.page, "face").click();
	await by(one.page, "scan-video").waitFor();
	await by(one.page, "unface").click();
	await by(one.page, "their-code").waitFor();
	expect(await by(one.page, "scan-video").count()).toBe(0);
	expectNoProblems(one, other);
});

test("a camera that is refused leaves a way back", async () => {
	const server = await serve(inject("builtApp"));
	const browser = await launchBrowser();
	closing.push(server.stop, () => browser.close());
	const one = await newPerson(browser, { permissions: [] });
	await begin(one.page, server.url);
	await by(one.page, "face").click();
	await by(one.page, "scan-problem").waitFor();
	await by(one.page, "my-qr").waitFor();
	await by(one.page, "unface").click();
	await by(one.page, "their-code").waitFor();
	expectNoProblems(one);
});
