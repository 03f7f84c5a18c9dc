// A code too large for one picture that a camera could read: shown as a row of pictures, read in any order.

import type { Page } from "playwright-core";
import { afterEach, expect, inject, test } from "vitest";
import { split } from "../../src/codec/frames.ts";
import { createCamera } from "./support/camera.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import { begin, by, inState, myCode } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

/** A browser that says far more of itself than a card can hold; what nobody knows is left alone by the other. */
async function makeTalkative(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const words = Array.from(crypto.getRandomValues(new Uint8Array(800)));
		const line = `a=x-words:${words.map((byte) => byte.toString(16)).join("")}`;
		const { prototype } = RTCPeerConnection;
		const original = Object.getOwnPropertyDescriptor(
			prototype,
			"localDescription",
		);
		Object.defineProperty(prototype, "localDescription", {
			get(this: RTCPeerConnection) {
				const real: RTCSessionDescription | null = original?.get?.call(this);
				return real && { type: real.type, sdp: `${real.sdp}${line}\r\n` };
			},
		});
	});
}

test("a large code moves, is read piece by piece, and connects", async () => {
	const server = await serve(inject("builtApp"));
	const camera = await createCamera();
	const browser = await launchBrowser(camera);
	closing.push(server.stop, camera.remove, () => browser.close());
	const one = await newPerson(browser, { screen: "phone" });
	const other = await newPerson(browser, { screen: "laptop" });
	await makeTalkative(one.page);
	await begin(one.page, server.url);
	await begin(other.page, server.url);

	const pictures: Buffer[] = [];
	for (let count = 0; count < 12; count += 1) {
		pictures.push(await by(one.page, "my-qr").screenshot());
		await one.page.waitForTimeout(130);
	}
	expect(
		new Set(pictures.map((png) => png.toString("base64"))).size,
	).toBeGreaterThan(6);
	await camera.film(pictures);
	await by(other.page, "scan").click();
	const reply = await myCode(other.page, "reply");
	await by(one.page, "their-code").fill(reply);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
});

test("one picture of it, opened by a phone's own camera app, is told what it is", async () => {
	const server = await serve(inject("builtApp"));
	const browser = await launchBrowser();
	closing.push(server.stop, () => browser.close());
	const one = await newPerson(browser, { screen: "phone" });
	const digits = split(new Uint8Array(900).fill(7), 3);
	await one.page.goto(`${server.url}#${digits}`);
	await one.page.locator("[data-problem=partOfMoving]").waitFor();
	await begin(one.page, server.url);
	await by(one.page, "their-code").fill(`${server.url}#${digits}`);
	await one.page.locator("[data-problem=partOfMoving]").waitFor();
	expectNoProblems(one);
});
