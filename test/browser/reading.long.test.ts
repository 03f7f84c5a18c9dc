// What a code can be read from: a screenshot with others beside it, a tiny one, and a camera where WebAssembly is
// forbidden.

import { afterEach, expect, inject, test } from "vitest";
import type { Placed } from "../carriers/draw.ts";
import { createCamera, handHeld } from "./support/camera.ts";
import { drawnPng } from "./support/drawn.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import { begin, by, inState, myCode, myLink } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function openServer(): Promise<string> {
	const server = await serve(inject("builtApp"));
	closing.push(server.stop);
	return server.url;
}

/** As large as a phone's screenshot. */
const screenshot = (placed: readonly Placed[]) =>
	drawnPng(1_179, 2_556, placed);

const choose = ({ page }: Person, buffer: Buffer) =>
	by(page, "scan-image").setInputFiles({
		name: "screenshot.png",
		mimeType: "image/png",
		buffer,
	});

const shop: Placed = {
	text: "https://shop.example/table/7",
	left: 100,
	top: 150,
	pixelsPerModule: 20,
};
const wifi: Placed = {
	text: "WIFI:T:WPA;S:guests;P:welcome;;",
	left: 100,
	top: 1_100,
	pixelsPerModule: 8,
};

test("a tiny code on a screenshot, beside a shop's and a Wi-Fi's, is the one that is taken", async () => {
	const url = await openServer();
	const browser = await launchBrowser();
	closing.push(() => browser.close());
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await begin(one.page, url);
	await begin(other.page, url);
	await choose(one, screenshot([shop, wifi]));
	await one.page.locator("[data-problem=foreignQr]").waitFor();
	const text = await myLink(other.page);
	const tiny = { text, left: 850, top: 2_100, pixelsPerModule: 2 };
	await choose(one, screenshot([shop, wifi, tiny]));
	const reply = await myCode(one.page, "reply");
	await by(other.page, "their-code").fill(reply);
	await inState(one.page, "connected");
	expectNoProblems(one, other);
});

test("where WebAssembly cannot be had, codes are scanned all the same", async () => {
	const url = await openServer();
	const camera = await createCamera();
	const browser = await launchBrowser(camera);
	closing.push(camera.remove, () => browser.close());
	const one = await newPerson(browser);
	const other = await newPerson(browser, { screen: "phone" });
	let refused = 0;
	await one.context.route("**/*.wasm", (route) => {
		refused += 1;
		return route.abort();
	});
	// It would have a copy.
	await one.context.addInitScript(() =>
		Object.defineProperty(navigator, "serviceWorker", { value: undefined }),
	);
	await begin(one.page, url);
	await begin(other.page, url);
	await camera.film(await by(other.page, "my-qr").screenshot(), handHeld);
	await by(one.page, "scan").click();
	await myCode(one.page, "reply");
	expect(refused).toBeGreaterThan(0);
	const unexpected = one.problems.filter((text) => !text.includes(".wasm"));
	expect(unexpected).toEqual([]);
	expectNoProblems(other);
});
