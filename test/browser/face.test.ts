// Screen to screen: both people press one button, and neither presses another.

import { afterEach, expect, inject, test } from "vitest";
import { type Camera, createCamera, handHeld } from "./support/camera.ts";
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
	heard,
	inState,
	say,
} from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

type Filming = Person & { readonly camera: Camera };

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function newFilming(screen: "phone" | "laptop"): Promise<Filming> {
	const camera = await createCamera();
	const browser = await launchBrowser(camera);
	closing.push(camera.remove, () => browser.close());
	return { ...(await newPerson(browser, { screen })), camera };
}

async function twoPeople(): Promise<readonly [Filming, Filming]> {
	const server = await serve(inject("builtApp"));
	closing.push(server.stop);
	const one = await newFilming("phone");
	const other = await newFilming("phone");
	await begin(one.page, server.url);
	await begin(other.page, server.url);
	return [one, other];
}

const screenOf = ({ page }: Person) => by(page, "my-qr").screenshot();

test("both codes in view at once: connected within two seconds, each having read the other", async () => {
	const [one, other] = await twoPeople();
	await one.camera.film(await screenOf(other), handHeld);
	await other.camera.film(await screenOf(one), handHeld);
	const startedAt = Date.now();
	await Promise.all([one, other].map(({ page }) => by(page, "face").click()));
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	const tookMs = Date.now() - startedAt;
	process.stdout.write(`screen to screen: ${tookMs} ms\n`);
	expect(tookMs).toBeLessThan(2_000);
	for (const { page } of [one, other])
		await page
			.locator("[data-testid=safety][data-standing=inPerson]")
			.waitFor();
	await say(one.page, "seen you");
	expect(await heard(other.page)).toBe("seen you");
	expectNoProblems(one, other);
});

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
