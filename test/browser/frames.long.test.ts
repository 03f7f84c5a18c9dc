// The page while the scanner works hardest: a fine picture with a code in it that cannot be read. Compared with the
// same page whose camera is on and whose reader never answers, because everything here is drawn by the processor.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, inject, test } from "vitest";
import { draw } from "../carriers/draw.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import { begin, by } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

const watchedMs = 5_000;

type Watched = {
	readonly frames: number;
	/** Of sixty in a second. */
	readonly missedShare: number;
	readonly longTaskMs: number;
	readonly looks: number;
	readonly mostInFlight: number;
};

async function filmTorn(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "pigeon-frames-"));
	closing.push(() => rm(folder, { recursive: true, force: true }));
	const { luma } = draw(1_920, 1_080, [
		{
			text: "https://user.github.io/app/#12345678901234567890",
			left: 760,
			top: 340,
			pixelsPerModule: 10,
			isTorn: true,
		},
	]);
	const colourless = new Uint8Array((1_920 * 1_080) / 2).fill(128);
	const frame = [Buffer.from("FRAME\n"), luma, colourless];
	const cameraFile = join(folder, "torn.y4m");
	const head = "YUV4MPEG2 W1920 H1080 F30:1 Ip A1:1 C420jpeg\n";
	await writeFile(
		cameraFile,
		Buffer.concat([Buffer.from(head), ...frame, ...frame]),
	);
	return cameraFile;
}

/** Runs in the page: counts what goes to the reader, and, blind, keeps it from ever getting there. */
function countLooks(isBlind: boolean): void {
	const count = { looks: 0, inFlight: 0, mostInFlight: 0 };
	Object.assign(self, { count });
	const known = new WeakSet<Worker>();
	const { postMessage } = Worker.prototype;
	Worker.prototype.postMessage = function (
		message: unknown,
		transfer?: unknown,
	) {
		const { picture } = (message ?? {}) as { picture?: { close(): void } };
		if (picture) {
			if (!known.has(this))
				this.addEventListener("message", () => {
					count.inFlight -= 1;
				});
			known.add(this);
			count.looks += 1;
			count.inFlight += 1;
			count.mostInFlight = Math.max(count.mostInFlight, count.inFlight);
		}
		if (picture && isBlind) picture.close();
		else
			postMessage.call(
				this,
				message,
				(transfer ?? []) as StructuredSerializeOptions,
			);
	};
}

/** Runs in the page. */
async function watchFrames(ms: number): Promise<Watched> {
	const { count } = self as unknown as {
		count: { looks: number; mostInFlight: number };
	};
	const looksBefore = count.looks;
	let longTaskMs = 0;
	const observer = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longTaskMs += duration;
	});
	observer.observe({ type: "longtask" });
	const times: number[] = [];
	const until = performance.now() + ms;
	await new Promise<void>((resolve) => {
		const next = (at: number) => {
			times.push(at);
			if (at < until) requestAnimationFrame(next);
			else resolve();
		};
		requestAnimationFrame(next);
	});
	observer.disconnect();
	const wanted = Math.round(((times.at(-1) ?? 0) - (times[0] ?? 0)) * 0.06);
	return {
		frames: times.length,
		missedShare: Math.max(0, 1 - (times.length - 1) / wanted),
		longTaskMs,
		looks: count.looks - looksBefore,
		mostInFlight: count.mostInFlight,
	};
}

test("the scanner at its hardest leaves the page its frames, and never has two pictures on their way", async () => {
	const cameraFile = await filmTorn();
	const server = await serve(inject("builtApp"));
	const browser = await launchBrowser({ cameraFile });
	closing.push(server.stop, () => browser.close());
	const watched = async (isBlind: boolean) => {
		const one = await newPerson(browser, { screen: "phone" });
		await one.context.addInitScript(countLooks, isBlind);
		await begin(one.page, server.url);
		await by(one.page, "scan").click();
		await one.page.waitForFunction(
			() => document.querySelector("video")?.videoWidth === 1_920,
		);
		// WebAssembly is there, and the first looks are over.
		await one.page.waitForTimeout(2_000);
		const session = await one.context.newCDPSession(one.page);
		await session.send("Performance.enable");
		const scriptMs = async () => {
			const { metrics } = await session.send("Performance.getMetrics");
			const found = metrics.find(({ name }) => name === "ScriptDuration");
			return (found?.value ?? 0) * 1_000;
		};
		const before = await scriptMs();
		const seen = await one.page.evaluate(watchFrames, watchedMs);
		const spent = (await scriptMs()) - before;
		expectNoProblems(one);
		await one.close();
		return { ...seen, scriptMs: spent };
	};
	const idle = await watched(true);
	const busy = await watched(false);
	process.stdout.write(`${JSON.stringify({ idle, busy })}\n`);
	expect(busy.looks).toBeGreaterThan(5);
	expect(busy.mostInFlight).toBe(1);
	expect(busy.missedShare).toBeLessThan(idle.missedShare + 0.35);
	expect(busy.longTaskMs).toBeLessThan(idle.longTaskMs + 250);
	// The page itself only hands frames over and draws what came back.
	expect((busy.scriptMs - idle.scriptMs) / busy.looks).toBeLessThan(5);
});
