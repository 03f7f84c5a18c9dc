// What stores and installers show of the app: `npm run screenshots` walks through the built page and puts its pictures into
// public/. Run it after every change of what is seen. They are no part of the app: no device keeps them to work offline.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { buildApp } from "../../bench/files-browsers.ts";
import { findOrInstallBrowser } from "./find-browser.ts";
import { giveLiveCamera } from "./live-camera.ts";
import { drawScene } from "./scenes.ts";
import { serve } from "./serve.ts";
import { walks } from "./walks.ts";

const target = fileURLToPath(new URL("../../../public/", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "pigeon-screenshots-"));
await buildApp(folder);
const server = await serve(folder);
const browser = await chromium.launch({
	executablePath: findOrInstallBrowser("chromium"),
	args: ["--no-sandbox", "--disable-gpu", "--use-fake-device-for-media-stream"],
});

const wide = { width: 1280, height: 800 };
const narrow = { width: 412, height: 892 };

async function shoot(page: Page, file: string): Promise<void> {
	// What has just been pressed is still on its way to its own colour.
	await page.waitForTimeout(400);
	const lens = await page.context().newCDPSession(page);
	const { data } = await lens.send("Page.captureScreenshot", {
		format: "webp",
		quality: 82,
	});
	await writeFile(join(target, file), Buffer.from(data, "base64"));
	process.stdout.write(`${file}\n`);
}

/** The pictures that are wanted of a walk: step → file. */
async function walk(
	viewport: typeof wide,
	wanted: Readonly<Record<string, string>>,
): Promise<void> {
	const scenes = [
		await drawScene(browser, "ada"),
		await drawScene(browser, "ben"),
	] as const;
	const contexts = await Promise.all(
		[0, 1].map(() =>
			browser.newContext({
				viewport,
				permissions: ["camera", "microphone", "clipboard-write"],
			}),
		),
	);
	for (const context of contexts) await giveLiveCamera(context);
	const [one, other] = await Promise.all(
		contexts.map((context) => context.newPage()),
	);
	if (!one || !other) throw new Error("Nobody is there");
	const left = new Map(Object.entries(wanted));
	await walks["side-by-side"]({
		one,
		other,
		scenes,
		url: server.url,
		lines: {
			hello: "There you are! Can you hear me?",
			answer: "Loud and clear. Nothing in between.",
			passphrase: "",
			fileName: "At home.png",
		},
		async picture(page, step) {
			const file = left.get(step);
			if (!file) return;
			left.delete(step);
			await shoot(page, file);
		},
	});
	for (const context of contexts) await context.close();
}

try {
	await walk(wide, {
		invite: "screenshot-wide-connect.webp",
		"file-here": "screenshot-wide-call.webp",
	});
	await walk(narrow, {
		home: "screenshot-narrow-home.webp",
		invite: "screenshot-narrow-connect.webp",
		"file-here": "screenshot-narrow-call.webp",
	});
} finally {
	await browser.close();
	await server.stop();
	await rm(folder, { recursive: true });
}
process.exit(0);
