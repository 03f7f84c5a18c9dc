// The app as a thing on the device: from any folder of any host, without a network, and ready to be installed.

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
	expectNoProblems,
	launchBrowser,
	launchProfile,
	newPerson,
} from "./support/launch.ts";
import { type Server, serve } from "./support/serve.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(["/", "/pigeon/", "/a/b/c/"])("served under %s", (subPath) => {
	let server: Server;
	beforeAll(async () => {
		server = await serve(inject("builtApp"), subPath);
	});
	afterAll(() => server.stop());

	test("loads whole, from its own origin alone, and again without a network", async () => {
		const person = await newPerson(browser);
		const foreign: string[] = [];
		person.context.on("request", (request) => {
			const isOwn = request.url().startsWith(server.url);
			if (!isOwn && !request.url().startsWith("data:")) {
				foreign.push(request.url());
			}
		});
		await person.page.goto(server.url);
		await expectApp(person.page);
		await untilKept(person.page);
		expectNoProblems(person);
		expect(server.missing).toEqual([]);

		// What the browser happens to have in its own cache does not count.
		const devTools = await person.context.newCDPSession(person.page);
		await devTools.send("Network.clearBrowserCache");
		await server.stop();
		await person.context.setOffline(true);
		await person.page.reload();
		await expectApp(person.page);
		for (const address of ["", "?from=home", "index.html", "#anything"]) {
			const page = await person.context.newPage();
			await page.goto(server.url + address);
			await expectApp(page);
			await page.close();
		}
		await person.page.goto(server.url);
		expect(await missingOffline(person.page)).toEqual([]);
		expectNoProblems(person);
		expect(foreign).toEqual([]);
		await person.close();
	});
});

test("a host that sends index.html on to its folder changes nothing", async () => {
	const habits = { hidesIndex: true };
	const server = await serve(inject("builtApp"), "/pigeon/", habits);
	const person = await newPerson(browser);
	await person.page.goto(server.url);
	await untilKept(person.page);
	await server.stop();
	await person.page.reload();
	await expectApp(person.page);
	await person.page.goto(`${server.url}index.html`);
	await expectApp(person.page);
	await person.close();
});

test("is kept for the next start of the browser, and nothing is missing to install it", async () => {
	const folder = await mkdtemp(join(tmpdir(), "pigeon-profile-"));
	const server = await serve(inject("builtApp"), "/pigeon/");
	const first = await launchProfile(folder);
	const page = await first.newPage();
	await page.goto(server.url);
	await untilKept(page);
	const devTools = await first.newCDPSession(page);
	const { installabilityErrors } = await devTools.send(
		"Page.getInstallabilityErrors",
	);
	expect(installabilityErrors).toEqual([]);
	const manifest = await devTools.send("Page.getAppManifest");
	expect(manifest.errors).toEqual([]);
	expect(manifest.url).toBe(`${server.url}manifest.webmanifest`);
	// Each folder of a host is an app of its own.
	expect(await devTools.send("Page.getAppId")).toMatchObject({
		appId: server.url,
	});
	await first.close();

	await server.stop();
	const second = await launchProfile(folder);
	const again = await second.newPage();
	await again.goto(server.url);
	await expectApp(again);
	await second.close();
	await rm(folder, { recursive: true });
});

test("every icon and screenshot is there, as large as the manifest says", async () => {
	const read = (name: string) => readFile(join(inject("builtApp"), name));
	const manifest: {
		icons: readonly Record<"src" | "sizes" | "type", string>[];
		screenshots: readonly Record<"src" | "sizes", string>[];
	} = JSON.parse(String(await read("manifest.webmanifest")));
	const pictures = manifest.icons.filter(({ type }) => type === "image/png");
	expect(pictures).toHaveLength(4);
	for (const { src, sizes } of pictures) {
		const { width, height } = PNG.sync.read(await read(src));
		expect(`${width}x${height}`).toBe(sizes);
	}
	// Installers leave out what is not as large as it says.
	expect(manifest.screenshots.length).toBeGreaterThan(0);
	for (const { src, sizes } of manifest.screenshots) {
		const picture = await read(src);
		expect(picture.toString("latin1", 8, 16)).toBe("WEBPVP8X");
		const [width, height] = [24, 27].map((at) => picture.readUIntLE(at, 3) + 1);
		expect(`${width}x${height}`).toBe(sizes);
		expect(picture.length).toBeLessThan(100_000);
	}
	const ofApple = PNG.sync.read(await read("apple-touch-icon.png"));
	expect([ofApple.width, ofApple.height]).toEqual([180, 180]);
});

/** Files of the app that cannot be had, by their names. */
async function missingOffline(page: Page): Promise<readonly string[]> {
	const all = await readdir(inject("builtApp"), {
		recursive: true,
		withFileTypes: true,
	});
	const files = all
		// The list of sums has the service worker's in it, so that one cannot know the list's.
		.filter(({ name }) => name !== "sw.js" && name !== "hashes.txt")
		// Only for whoever has not installed it yet.
		.filter(({ name }) => !name.startsWith("screenshot-"))
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) =>
			relative(inject("builtApp"), join(parentPath, name)).replaceAll(
				"\\",
				"/",
			),
		);
	return page.evaluate(async (names) => {
		const missing: string[] = [];
		for (const name of names) {
			const response = await fetch(name, { cache: "no-store" }).catch(
				() => null,
			);
			if (!response?.ok) missing.push(name);
		}
		return missing;
	}, files);
}

async function expectApp(page: Page): Promise<void> {
	await expect
		.poll(() => page.locator("#app").innerHTML(), { timeout: 10_000 })
		.not.toBe("");
}

/** Until the whole app is on the device. */
async function untilKept(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
