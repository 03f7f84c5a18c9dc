// How smoothly the app moves on a slow phone: `npm run bench:motion`. One person's processor is slowed down four times while
// the two of them walk by message from the first visit to the end of the call; per step, how many frames came on time
// (60 a second), how long the longest took, how long the page itself had to work, and how much moved that nobody had pressed
// for. Frames that are late while the page rests are the browser's: without a graphics card it draws pictures by processor.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { findOrInstallBrowser } from "../browser/support/find-browser.ts";
import { giveLiveCamera } from "../browser/support/live-camera.ts";
import { drawScene } from "../browser/support/scenes.ts";
import { serve } from "../browser/support/serve.ts";
import { walks } from "../browser/support/walks.ts";
import { buildApp } from "./files-browsers.ts";

type Kept = { frames: number[]; shift: number };

/** One and a half sixtieths: the frame after it was missed. */
const onTimeMs = 25;
const slowdown = 4;
/** In which what was pressed for goes on moving, and so is looked at. */
const lookMs = 1_500;

const folder = await mkdtemp(join(tmpdir(), "pigeon-motion-"));
await buildApp(folder);
const server = await serve(folder);
const browser = await chromium.launch({
	executablePath: findOrInstallBrowser("chromium"),
	args: ["--no-sandbox", "--disable-gpu"],
});
const scenes = [
	await drawScene(browser, "ada"),
	await drawScene(browser, "ben"),
] as const;

async function newPhone(): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		permissions: ["camera", "microphone", "clipboard-write"],
	});
	await giveLiveCamera(context);
	return context.newPage();
}

const one = await newPhone();
const other = await newPhone();
await one.addInitScript(() => {
	const kept: Kept = { frames: [], shift: 0 };
	Object.assign(self, { kept });
	let last = performance.now();
	const look = (now: number) => {
		kept.frames.push(now - last);
		last = now;
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			const { value, hadRecentInput } = entry as unknown as {
				value: number;
				hadRecentInput: boolean;
			};
			if (!hadRecentInput) kept.shift += value;
		}
	}).observe({ type: "layout-shift", buffered: true });
});
const devTools = await one.context().newCDPSession(one);
await devTools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
await devTools.send("Performance.enable");

/** In seconds since the page began: altogether, and of that on what the page is made of. */
async function worked(): Promise<{ atSeconds: number; busySeconds: number }> {
	const { metrics } = await devTools.send("Performance.getMetrics");
	const of = (name: string) =>
		metrics.find((one) => one.name === name)?.value ?? Number.NaN;
	const parts = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];
	return {
		atSeconds: of("Timestamp"),
		busySeconds: parts.map(of).reduce((sum, one) => sum + one, 0),
	};
}
let before = await worked();

const rows = [
	`| step, ${slowdown}× slower | frames | on time | longest, ms | page works | moved |`,
	"| --- | --: | --: | --: | --: | --: |",
];
await walks["by-message"]({
	one,
	other,
	scenes,
	url: server.url,
	lines: { hello: "Hello", answer: "Hello", passphrase: "", fileName: "a.png" },
	async picture(page, step) {
		if (page !== one) return;
		await page.waitForTimeout(lookMs);
		const { frames, shift } = await page.evaluate(() => {
			const { kept } = self as unknown as { kept: Kept };
			const { frames, shift } = kept;
			Object.assign(kept, { frames: [], shift: 0 });
			return { frames, shift };
		});
		const share = frames.filter((ms) => ms <= onTimeMs).length / frames.length;
		const longest = Math.max(...frames);
		const now = await worked();
		// A page that was opened anew has begun anew.
		const busy =
			Math.max(0, now.busySeconds - before.busySeconds) /
			(now.atSeconds - before.atSeconds);
		before = now;
		rows.push(
			`| ${step} | ${frames.length} | ${Math.round(share * 100)} % | ${Math.round(longest)} | ${Math.round(busy * 100)} % | ${shift.toFixed(3)} |`,
		);
	},
});
process.stdout.write(`${rows.join("\n")}\n`);
await browser.close();
await server.stop();
await rm(folder, { recursive: true });
process.exit(0);
