// The other end of a session is not the app: a page with bare connections and the app's own codes. And how its victim
// fares meanwhile.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, CDPSession, Page } from "playwright-core";
import { build } from "vite";
import { launchFirefox, newFirefoxPerson } from "./firefox.ts";
import { launchBrowser, newPerson, type Person } from "./launch.ts";
import { begin, by, inState } from "./pigeon.ts";

type Script = typeof import("./between.ts");

declare global {
	interface Window {
		hostile: Script & {
			/** The last that was made. */
			reply: string;
			peer: Awaited<ReturnType<Script["createPeer"]>>;
			between: Awaited<ReturnType<Script["createBetween"]>>;
		};
	}
}

async function bundle(): Promise<string> {
	const entry = fileURLToPath(new URL("between.ts", import.meta.url));
	const built = await build({
		configFile: false,
		logLevel: "error",
		build: { write: false, lib: { entry, formats: ["iife"], name: "hostile" } },
	});
	const [one] = Array.isArray(built) ? built : [built];
	const [chunk] = one && "output" in one ? one.output : [];
	return chunk?.type === "chunk" ? chunk.code : "";
}

export type Health = {
	readonly heapBytes: number;
	readonly nodes: number;
	/** Of the processes that draw pages, as the system counts it; null where it does not tell. */
	readonly residentBytes: number | null;
	/** The longest that the page did nothing else. */
	readonly stalledMs: number;
};

export type Victim = Person & {
	/** After a collection of garbage. */
	health(): Promise<Health>;
};

export type Hostility = {
	readonly victim: Victim;
	readonly attacker: Page;
	/** A session between the two, from fresh codes. */
	meet(): Promise<void>;
	/** Back to the first screen, whatever became of the session. */
	part(): Promise<void>;
	close(): Promise<void>;
};

const watchStalls = () => {
	const kept = self as unknown as { stalledMs: number };
	kept.stalledMs = 0;
	let lastAt = performance.now();
	setInterval(() => {
		const at = performance.now();
		kept.stalledMs = Math.max(kept.stalledMs, at - lastAt - 20);
		lastAt = at;
	}, 20);
};

async function residentOf(session: CDPSession): Promise<number | null> {
	if (!existsSync("/proc/self/status")) return null;
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	const kilobytes = processInfo
		.filter(({ type }) => type === "renderer")
		.map(({ id }) => {
			const file = `/proc/${id}/status`;
			const text = existsSync(file) ? readFileSync(file, "utf8") : "";
			return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0);
		});
	return 1_024 * kilobytes.reduce((sum, one) => sum + one, 0);
}

async function newVictim(browser: Browser): Promise<Victim> {
	const person = await newPerson(browser);
	await person.page.addInitScript(watchStalls);
	const session = await person.context.newCDPSession(person.page);
	const whole = await browser.newBrowserCDPSession();
	await session.send("Performance.enable");
	return {
		...person,
		async health() {
			const stalledMs = await person.page.evaluate(() => {
				const kept = self as unknown as { stalledMs: number };
				const { stalledMs } = kept;
				kept.stalledMs = 0;
				return stalledMs;
			});
			await session.send("HeapProfiler.collectGarbage");
			const { metrics } = await session.send("Performance.getMetrics");
			const metric = (name: string) =>
				metrics.find((one) => one.name === name)?.value ?? 0;
			return {
				heapBytes: metric("JSHeapUsedSize"),
				nodes: metric("Nodes"),
				residentBytes: await residentOf(whole),
				stalledMs,
			};
		},
	};
}

/** A page of the same host, without the app, that holds the script. */
export async function newAttacker(
	browser: Browser,
	url: string,
	make: (browser: Browser) => Promise<Person> = newPerson,
) {
	const { page } = await make(browser);
	await page.goto(`${url}icon.svg`);
	await page.evaluate(
		(code) => {
			window.hostile = new Function(`${code}; return { ...hostile }`)();
		},
		await bundle(),
	);
	return page;
}

/** Firefox sends messages of any size to whoever asks for them; Chromium none over 256 KiB. */
export async function createHostility(
	url: string,
	engine: "chromium" | "firefox" = "chromium",
): Promise<Hostility> {
	const isFirefox = engine === "firefox";
	const browsers = await Promise.all([
		launchBrowser(),
		isFirefox ? launchFirefox() : launchBrowser(),
	]);
	const victim = await newVictim(browsers[0]);
	const make = isFirefox ? newFirefoxPerson : newPerson;
	const attacker = await newAttacker(browsers[1], url, make);
	const { page } = victim;
	return {
		victim,
		attacker,
		async meet() {
			const invite = await begin(page, url);
			const reply = await attacker.evaluate(async (text) => {
				const { hostile } = window;
				// As if the victim had asked for it.
				hostile.peer = await hostile.createPeer(
					(sdp) => `${sdp}a=max-message-size:1073741823\r\n`,
				);
				hostile.reply = await hostile.peer.answer(text);
				return hostile.reply;
			}, invite);
			await by(page, "their-code").fill(reply);
			await inState(page, "connected");
			await attacker.evaluate(() => window.hostile.peer.opened());
		},
		async part() {
			await attacker.evaluate(() => window.hostile.peer.close());
			if (await by(page, "hang-up").isVisible())
				await by(page, "hang-up").click();
			await inState(page, "closed");
			await by(page, "to-start").click();
		},
		async close() {
			await Promise.all(browsers.map((browser) => browser.close()));
		},
	};
}
