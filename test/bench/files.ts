// How fast files go, and what that costs: `npm run bench:files [-- MEBIBYTES [PAIR]]`, PAIR as in
// chromium-firefox. Two browsers, the built app between them, beside a bare channel and what demos do.

import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
	type BrowserContext,
	chromium,
	firefox,
	type Page,
} from "playwright-core";
import { findBrowser } from "../browser/support/find-browser.ts";
import { firefoxPreferences } from "../browser/support/firefox-preferences.ts";
import { by, connectByText } from "../browser/support/pigeon.ts";
import { serve } from "../browser/support/serve.ts";
import {
	closePlain,
	connectPlain,
	sendAsDemosDo,
	sendBare,
} from "./files-plain.ts";
import { measureUsage, type Usage } from "./processes.ts";

const megabytes = Number(process.argv[3] ?? 256);
const bytes = megabytes * 1_048_576;
// BENCH_ONLY leaves out everything but the app: for sizes at which the rest would take an hour.
const { BENCH_RUNS: runs = 2, BENCH_ONLY: only } = process.env;
const chunkSizes = [16_384, 65_536, 262_144];

type Kind = "Chromium" | "Firefox";

const folder = await mkdtemp(join(tmpdir(), "pigeon-bench-"));

async function makeFile(): Promise<{ path: string; sum: string }> {
	const path = join(folder, "bench.bin");
	const handle = await open(path, "w");
	for (let written = 0; written < megabytes; written += 1)
		await handle.write(randomBytes(1_048_576));
	await handle.close();
	const hash = createHash("sha256");
	for await (const part of createReadStream(path)) hash.update(part);
	return { path, sum: hash.digest("hex") };
}

async function launch(kind: Kind, name: string): Promise<BrowserContext> {
	if (kind === "Chromium")
		return chromium.launchPersistentContext(join(folder, name), {
			executablePath: findBrowser("chromium") ?? "",
			args: ["--no-sandbox", "--disable-gpu"],
			permissions: ["camera", "microphone"],
		});
	const browser = await firefox.launch({
		channel: "moz-firefox",
		executablePath: findBrowser("firefox") ?? "",
		firefoxUserPrefs: firefoxPreferences,
	});
	return browser.newContext();
}

async function close(context: BrowserContext): Promise<void> {
	const browser = context.browser();
	await context.close();
	await browser?.close();
}

type Row = { readonly name: string; readonly usage: Usage };

async function sendByApp(one: Page, other: Page, url: string, path: string) {
	await connectByText(one, other, url);
	await by(one, "file-input").setInputFiles(path);
	await by(other, "file-accept").waitFor();
	// What an earlier run has left is listed as well.
	const done = other.locator("[data-testid=file][data-state=done]");
	const before = await done.count();
	return measureUsage(async () => {
		await by(other, "file-accept").click();
		await done.nth(before).waitFor({ timeout: 1_800_000 });
	});
}

async function measurePair(
	from: Kind,
	to: Kind,
	url: string,
	file: { path: string; sum: string },
): Promise<void> {
	const one = await launch(from, `${from}-${to}-one`);
	const other = await launch(to, `${from}-${to}-other`);
	const rows: Row[] = [];
	const fresh = async (context: BrowserContext) => {
		const page = await context.newPage();
		await page.goto(url);
		return page;
	};
	const plain = async (
		name: string,
		send: (one: Page, other: Page) => Promise<void>,
	) => {
		const [sender, receiver] = [await fresh(one), await fresh(other)];
		await connectPlain(sender, receiver);
		const usage = await measureUsage(() => send(sender, receiver));
		rows.push({ name, usage });
		await closePlain(sender, receiver);
		await sender.close();
		await receiver.close();
	};

	let isSame = true;
	// In turns, and the best of each: other work on the machine comes and goes.
	for (let run = 0; run < Number(runs); run += 1) {
		for (const chunk of only ? [] : chunkSizes)
			await plain(`bare channel, ${chunk / 1_024} KiB`, (sender, receiver) =>
				sendBare(sender, receiver, bytes, chunk),
			);
		if (!only)
			await plain("as demos do, 16 KiB", (sender, receiver) =>
				sendAsDemosDo(sender, receiver, file.path, bytes),
			);
		const sender = await one.newPage();
		const receiver = await other.newPage();
		const usage = await sendByApp(sender, receiver, url, file.path);
		rows.push({ name: "Pigeon, hashed and stored", usage });
		isSame &&= (await sumOf(receiver)) === file.sum;
		await sender.close();
		await receiver.close();
	}
	await close(one);
	await close(other);
	print(from, to, bestOf(rows), isSame);
}

function bestOf(rows: readonly Row[]): readonly Row[] {
	const best = new Map<string, Row>();
	for (const row of rows) {
		const former = best.get(row.name);
		if (!former || row.usage.seconds < former.usage.seconds)
			best.set(row.name, row);
	}
	return [...best.values()];
}

/** The file's sum as the app says it, to be compared with another tool's. */
async function sumOf(page: Page): Promise<string> {
	const last = page.locator("[data-testid=file]").last();
	await last.locator(".file-sum summary").click();
	const sum = last.getByTestId("file-sum");
	await sum.waitFor({ timeout: 600_000 });
	return (await sum.textContent()) ?? "";
}

function print(from: Kind, to: Kind, rows: readonly Row[], isSame: boolean) {
	const rates = rows.map(({ usage }) => bytes / 1e6 / usage.seconds);
	const bare = rates.slice(0, only ? 0 : chunkSizes.length);
	const best = Math.max(...bare, 0) || Number.NaN;
	const lines = rows.map(({ name, usage }, index) => {
		const rate = rates[index] ?? 0;
		return [
			name,
			rate.toFixed(1),
			(rate / best).toFixed(2),
			(bytes / 1e6 / usage.processorSeconds).toFixed(1),
			(usage.extraBytes / 1e6).toFixed(0),
			usage.graph.join(" "),
		];
	});
	const table = [
		[
			`${from} to ${to}, ${megabytes} MiB`,
			"MB/s",
			"of the best bare",
			"MB per processor second",
			"memory over idle, MB",
			"the same in tenths of the run",
		],
		["---", "--:", "--:", "--:", "--:", "---"],
		...lines,
	];
	const text = table.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
	process.stdout.write(
		`${text}\nWhat arrived ${isSame ? "is the same" : "is NOT THE SAME"} by SHA-256.\n\n`,
	);
}

const built = join(folder, "app");
const vite = join("node_modules", "vite", "bin", "vite.js");
const { NODE_ENV: _, ...env } = process.env;
await promisify(execFile)(
	process.execPath,
	[vite, "build", "--outDir", built, "--emptyOutDir", "--logLevel", "error"],
	{ env },
);
const server = await serve(built);
try {
	const file = await makeFile();
	const pairs: readonly (readonly [Kind, Kind])[] = [
		["Chromium", "Chromium"],
		...(findBrowser("firefox")
			? ([
					["Chromium", "Firefox"],
					["Firefox", "Chromium"],
				] as const)
			: []),
	];
	const pair = process.argv[4];
	for (const [from, to] of pairs)
		if (!pair || `${from}-${to}`.toLowerCase() === pair)
			await measurePair(from, to, server.url, file);
} finally {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
}
