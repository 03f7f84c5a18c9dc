// What stores and installers show of the app, and the README: `npm run screenshots` walks through the built page and puts its
// pictures into public/ and .github/. Run it after every change of what is seen. No device keeps them to work offline.

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

const target = fileURLToPath(new URL("../../../", import.meta.url));
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
	const { data } = await lens.send(
		"Page.captureScreenshot",
		file.endsWith(".png") ? { format: "png" } : { format: "webp", quality: 82 },
	);
	await writeFile(join(target, file), Buffer.from(data, "base64"));
	process.stdout.write(`${file}\n`);
}

/** The pictures that are wanted of a walk: step → file. */
async function walk(
	viewport: typeof wide,
	wanted: Readonly<Record<string, readonly string[]>>,
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
			const files = left.get(step) ?? [];
			left.delete(step);
			for (const file of files) await shoot(page, file);
		},
	});
	for (const context of contexts) await context.close();
}

try {
	await walk(wide, {
		invite: ["public/screenshot-wide-connect.webp", ".github/screenshot.png"],
		"file-here": ["public/screenshot-wide-call.webp"],
	});
	await walk(narrow, {
		home: ["public/screenshot-narrow-home.webp"],
		invite: ["public/screenshot-narrow-connect.webp"],
		"file-here": ["public/screenshot-narrow-call.webp"],
	});
} finally {
	await browser.close();
	await server.stop();
	await rm(folder, { recursive: true });
}
process.exit(0);
