// How much memory a file takes, whatever its size: `npm run bench:memory [-- 10 10000 --svg FILE]`, sizes in MB.
// Two Chromiums, the built app; all processes of each side, over what they had when asked and before yes.

import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "../browser/support/serve.ts";
import { buildApp, openBrowser, prepareFile } from "./files-browsers.ts";
import { drawMemory, type Line, sparkline } from "./files-memory-graph.ts";
import { memoryOf } from "./processes.ts";

const { values, positionals } = parseArgs({
	args: process.argv.slice(3),
	allowPositionals: true,
	options: { svg: { type: "string" } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [10, 1_000];

const lookMs = 500;
const idleMs = 5_000;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const folder = await mkdtemp(join(tmpdir(), "pigeon-bench-"));

/** Nothing but zeros, and no room on this disk; it is read, summed, sent and stored like any other. */
async function makeHollow(megabytes: number): Promise<string> {
	const path = join(folder, `${megabytes}.bin`);
	const handle = await open(path, "w");
	await handle.truncate(megabytes * 1_000_000);
	await handle.close();
	return path;
}

type Sample = { readonly all: number; readonly page: number };

function watch(roots: readonly number[]) {
	const look = (): Sample => {
		const { allBytes, pageBytes } = memoryOf(roots);
		return { all: allBytes / 1e6, page: pageBytes / 1e6 };
	};
	return { look, samples: [] as Sample[] };
}

async function measure(megabytes: number, url: string): Promise<Line[]> {
	const path = await makeHollow(megabytes);
	const place = join(folder, `${megabytes}`);
	const one = await openBrowser("Chromium", `${place}-one`);
	const other = await openBrowser("Chromium", `${place}-other`);
	const [sender, receiver] = [
		await one.context.newPage(),
		await other.context.newPage(),
	];
	const accept = await prepareFile(sender, receiver, url, path);
	// What opening pages and connecting has left behind is cleared away in this time.
	await pause(idleMs);
	const sides = [
		{ name: "sender", ...watch(one.roots) },
		{ name: "receiver", ...watch(other.roots) },
	];
	const idle = sides.map(({ look }) => look());
	const startedAt = performance.now();
	const timer = setInterval(() => {
		for (const { look, samples } of sides) samples.push(look());
	}, lookMs);
	await accept();
	const seconds = (performance.now() - startedAt) / 1_000;
	clearInterval(timer);
	await one.close();
	await other.close();
	await rm(`${place}-other`, { recursive: true, force: true });
	return sides.map(({ name, samples }, index) => {
		const over = (kind: keyof Sample) =>
			samples.map((sample) =>
				Math.max(0, sample[kind] - (idle[index]?.[kind] ?? 0)),
			);
		const pages = over("page");
		return {
			name: `${megabytes} MB, ${name}`,
			megabytes,
			isSender: name === "sender",
			seconds,
			over: over("all"),
			mostPage: Math.max(0, ...pages),
		};
	});
}

function middleOf(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

const print = (cells: readonly string[]) =>
	process.stdout.write(`| ${cells.join(" | ")} |\n`);

const built = join(folder, "app");
await buildApp(built);
const server = await serve(built);
try {
	print([
		"MB over idle",
		"seconds",
		"median",
		"most",
		"most of the page's process",
		"from the first byte to the last, full height 64 MB",
	]);
	print(["---", "--:", "--:", "--:", "--:", "---"]);
	const lines: Line[] = [];
	for (const size of sizes) {
		const measured = await measure(size, server.url);
		for (const { name, seconds, over, mostPage } of measured)
			print([
				name,
				seconds.toFixed(0),
				middleOf(over).toFixed(0),
				Math.max(0, ...over).toFixed(0),
				mostPage.toFixed(0),
				`\`${sparkline(over)}\``,
			]);
		lines.push(...measured);
		if (values.svg) await writeFile(values.svg, drawMemory(lines));
	}
} finally {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
}
