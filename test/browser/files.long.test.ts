// One file, its connection killed fifty times at random moments, each time by another end or both; and what
// arrives is the file.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type {} from "./support/file-page.ts";
import { createFileFolder, type FileFolder } from "./support/files.ts";
import { launchBrowser, newPerson } from "./support/launch.ts";

const kills = 50;
// Reading into memory that was given stood still for ever somewhere beyond 200 MB (Chromium 156).
const largeBytes = 360_000_001;

let folder: FileFolder;
let cache: string;
let browser: Browser;
let server: ViteDevServer;

beforeAll(async () => {
	folder = await createFileFolder();
	cache = await mkdtemp(join(tmpdir(), "pigeon-vite-"));
	browser = await launchBrowser();
	server = await createServer({
		configFile: false,
		root: process.cwd(),
		cacheDir: cache,
		logLevel: "error",
		server: { host: "localhost", port: 0, hmr: false, watch: null },
	});
	await server.listen();
});

afterAll(async () => {
	await browser.close();
	await server.close();
	await folder.remove();
	await rm(cache, { recursive: true, force: true });
});

test("killed fifty times on its way, a file arrives as it was", async () => {
	const person = await newPerson(browser);
	const { page } = person;
	const [url] = server.resolvedUrls?.local ?? [];
	await page.goto(`${url}test/browser/support/file-page.html`);
	await page.waitForFunction(() => "filePage" in window);
	const file = await folder.make("chaos.bin", largeBytes);
	await page.locator("input").setInputFiles(file.path);
	const report = await page.evaluate(async (kills) => {
		const { filePage } = window;
		const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
		let seed = 20_261_121;
		const chance = () => {
			seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
			return seed / 2 ** 32;
		};
		const isDone = () => filePage.states().sender === "done";
		let killed = 0;
		let moving = 0;
		await filePage.connect();
		filePage.widen();
		// On a busy machine they may not come about again between one break and the next.
		while (filePage.besideCount() < 3) await pause(20);
		filePage.send();
		while (!isDone()) {
			if (killed < kills) {
				await pause(chance() * 120);
				if (isDone()) break;
				if (filePage.doneBytes() > 0) moving += 1;
				killed += 1;
				// One beside the first goes, or the first and with it all.
				const isBeside = killed % 3 > 0;
				filePage.kill(chance() < 0.5 ? "one" : "other", isBeside);
				if (chance() < 0.3) await pause(chance() * 60);
				if (!isBeside) await filePage.connect();
				filePage.widen();
			} else await pause(20);
		}
		while (filePage.states().receiver !== "done") await pause(20);
		const besideBytes = filePage.besideBytes();
		return { killed, moving, besideBytes, sums: await filePage.sums() };
	}, kills);
	expect(report.killed).toBe(kills);
	expect(report.moving).toBeGreaterThan(kills / 2);
	expect(report.besideBytes).toBeGreaterThan(10_000_000);
	expect(report.sums).toEqual([file.sum, file.sum]);
	expect(person.problems).toEqual([]);
	await person.close();
}, 240_000);
