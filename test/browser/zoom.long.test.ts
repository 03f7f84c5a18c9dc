// Looking closer where the camera itself cannot: by hand, and by what the frames show.

import { afterEach, expect, inject, test } from "vitest";
import { drawnPng } from "./support/drawn.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import { giveLiveCamera, show } from "./support/live-camera.ts";
import { begin, by } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function newScanning(): Promise<Person> {
	const server = await serve(inject("builtApp"));
	const browser = await launchBrowser();
	closing.push(server.stop, () => browser.close());
	const one = await newPerson(browser, { screen: "phone" });
	await giveLiveCamera(one.context);
	await begin(one.page, server.url);
	await by(one.page, "scan").click();
	await by(one.page, "scan-video").waitFor();
	return one;
}

const magnification = ({ page }: Person): Promise<number> =>
	by(page, "scan-video").evaluate((video) =>
		Number(getComputedStyle(video).scale),
	);

const zoomTo = ({ page }: Person, value: number) =>
	by(page, "zoom").fill(String(value));

const wifi = "WIFI:T:WPA;S:guests;P:welcome;;";
const atTheEdge = drawnPng(1_280, 720, [
	{ text: wifi, left: 20, top: 20, pixelsPerModule: 6 },
]);
const inTheMiddle = drawnPng(1_280, 720, [
	{ text: "tel:+41791234567", left: 560, top: 280, pixelsPerModule: 5 },
]);
const nothing = drawnPng(1_280, 720, []);

const torn = drawnPng(1_280, 720, [
	{ text: wifi, left: 560, top: 280, pixelsPerModule: 4, isTorn: true },
]);

test("zoomed in, only the middle is seen and looked at", async () => {
	const one = await newScanning();
	await zoomTo(one, 2);
	expect(await magnification(one)).toBe(2);
	await show(one.page, atTheEdge);
	await one.page.waitForTimeout(1_500);
	expect(await by(one.page, "problem").count()).toBe(0);
	await show(one.page, inTheMiddle);
	await one.page.locator("[data-problem=foreignPhone]").waitFor();
	await show(one.page, atTheEdge);
	await zoomTo(one, 1);
	await one.page.locator("[data-problem=foreignWifi]").waitFor();
	expect(await magnification(one)).toBe(1);
	expectNoProblems(one);
});

test("two fingers do it as well", async () => {
	const one = await newScanning();
	const pinch = async (spread: number) =>
		one.page.locator(".viewfinder").evaluate((target, apart) => {
			const touchAt = (identifier: number, clientX: number) =>
				new Touch({ identifier, target, clientX, clientY: 300 });
			const touches = [
				touchAt(1, 200 - apart / 2),
				touchAt(2, 200 + apart / 2),
			];
			target.dispatchEvent(
				new TouchEvent("touchmove", { touches, bubbles: true }),
			);
		}, spread);
	await pinch(100);
	await pinch(250);
	await expect.poll(() => magnification(one)).toBe(2.5);
	await pinch(10);
	await expect.poll(() => magnification(one)).toBe(1);
	expectNoProblems(one);
});

test("what is seen and not read is looked at closer by itself; when it is gone, from where it was", async () => {
	const one = await newScanning();
	await show(one.page, torn);
	await expect
		.poll(() => magnification(one), { timeout: 20_000 })
		.toBeGreaterThan(1.3);
	await show(one.page, nothing);
	await expect.poll(() => magnification(one), { timeout: 20_000 }).toBe(1);
	expectNoProblems(one);
});
