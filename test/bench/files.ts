// How fast files go, and what that costs: `npm run bench:files [-- MEBIBYTES [PAIR] [--runs 3] [--only bare,app]]`,
// PAIR as in chromium-firefox. Two browsers, the built app between them, beside a bare channel and what demos do.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { findBrowser } from "../browser/support/find-browser.ts";
import { type Server, serve } from "../browser/support/serve.ts";
import {
	type BenchBrowser,
	buildApp,
	forgetFile,
	type Kind,
	makeNoise,
	openBrowser,
	prepareFile,
	sumInApp,
	sumOfFile,
} from "./files-browsers.ts";
import {
	type BareWay,
	closePlain,
	connectPlain,
	sendAsDemosDo,
	sendBare,
} from "./files-plain.ts";
import { measureUsage, processorCount, type Usage } from "./processes.ts";

const { values, positionals } = parseArgs({
	args: process.argv.slice(3),
	allowPositionals: true,
	options: {
		runs: { type: "string", default: "3" },
		/** For sizes at which all of it would take an hour. */
		only: { type: "string", default: "bare,demos,app" },
	},
});
const [size = "256", onlyPair] = positionals;
const mebibytes = Number(size);
const bytes = mebibytes * 1_048_576;
const only = values.only.split(",");

// As few seconds as the best of them takes is what the rest is measured by.
const bareWays: readonly (BareWay & { readonly name: string })[] = [
	{ name: "16 KiB", chunkBytes: 16_384, lowBytes: 262_144, highBytes: 2 ** 20 },
	{ name: "64 KiB", chunkBytes: 65_536, lowBytes: 262_144, highBytes: 2 ** 20 },
	{
		name: "256 KiB",
		chunkBytes: 262_144,
		lowBytes: 262_144,
		highBytes: 2 ** 20,
	},
	{
		name: "64 KiB, 8 MiB waiting",
		chunkBytes: 65_536,
		lowBytes: 2 ** 21,
		highBytes: 2 ** 23,
	},
];

type Row = { readonly name: string; readonly usages: readonly Usage[] };
type File = { readonly path: string; readonly sum: string };

const folder = await mkdtemp(join(tmpdir(), "pigeon-bench-"));

async function measurePair(
	from: Kind,
	to: Kind,
	server: Server,
	file: File,
): Promise<void> {
	const one = await openBrowser(from, join(folder, `${from}-${to}-one`));
	const other = await openBrowser(to, join(folder, `${from}-${to}-other`));
	const rows = new Map<string, Usage[]>();
	const note = (name: string, usage: Usage) =>
		rows.set(name, [...(rows.get(name) ?? []), usage]);
	const fresh = async ({ context }: BenchBrowser) => {
		const page = await context.newPage();
		await page.goto(server.url);
		return page;
	};
	const plain = async (
		name: string,
		send: (one: Page, other: Page) => Promise<void>,
	) => {
		const [sender, receiver] = [await fresh(one), await fresh(other)];
		await connectPlain(sender, receiver);
		note(name, await measureUsage(() => send(sender, receiver)));
		await closePlain(sender, receiver);
		await sender.close();
		await receiver.close();
	};

	let isSame = true;
	// In turns: other work on the machine comes and goes.
	for (let run = 0; run < Number(values.runs); run += 1) {
		for (const way of bareWays)
			if (only.includes("bare") || only.includes(way.name))
				await plain(`bare channel, ${way.name}`, (sender, receiver) =>
					sendBare(sender, receiver, bytes, way),
				);
		if (only.includes("demos"))
			await plain("as demos do, 16 KiB", (sender, receiver) =>
				sendAsDemosDo(sender, receiver, file.path, bytes),
			);
		if (!only.includes("app")) continue;
		const sender = await one.context.newPage();
		const receiver = await other.context.newPage();
		const accept = await prepareFile(sender, receiver, server.url, file.path);
		note("**Pigeon**, hashed and stored", await measureUsage(accept));
		isSame &&= (await sumInApp(receiver)) === file.sum;
		await forgetFile(receiver);
		await sender.close();
		await receiver.close();
	}
	await one.close();
	await other.close();
	print(
		`${from} to ${to}, ${mebibytes} MiB`,
		[...rows].map(([name, usages]) => ({ name, usages })),
		isSame,
	);
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = (sorted.length - 1) / 2;
	const [low = 0, high = 0] = [Math.floor(middle), Math.ceil(middle)].map(
		(at) => sorted[at] ?? Number.NaN,
	);
	return (low + high) / 2;
}

const rateOf = ({ seconds }: Usage) => bytes / 1e6 / seconds;

function print(title: string, rows: readonly Row[], isSame: boolean): void {
	const best = Math.max(
		...rows
			.filter(({ name }) => name.startsWith("bare"))
			.map(({ usages }) => median(usages.map(rateOf))),
	);
	const lines = rows.map(({ name, usages }) => {
		const rates = usages.map(rateOf);
		const spread = [Math.min(...rates), Math.max(...rates)];
		const work = usages.map(
			({ processorSeconds }) => (processorSeconds * 1e9) / bytes,
		);
		const others = usages.map(({ otherProcessors }) => otherProcessors);
		return [
			name,
			median(rates).toFixed(1),
			spread.map((rate) => rate.toFixed(1)).join(" – "),
			Number.isFinite(best) ? (median(rates) / best).toFixed(2) : "–",
			median(work).toFixed(0),
			Math.max(...others).toFixed(1),
		];
	});
	const table = [
		[
			title,
			"MB/s, median",
			"from – to",
			"of the best bare",
			"processor seconds per GB",
			`other work, of ${processorCount} processors`,
		],
		["---", "--:", "--:", "--:", "--:", "--:"],
		...lines,
	];
	const text = table.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
	const verdict = isSame ? "is the same" : "is NOT THE SAME";
	process.stdout.write(
		`${text}\nMedian of ${values.runs}. What arrived ${verdict} by SHA-256.\n\n`,
	);
}

const built = join(folder, "app");
await buildApp(built);
const server = await serve(built);
try {
	const path = join(folder, "bench.bin");
	await makeNoise(path, mebibytes);
	const file = { path, sum: await sumOfFile(path) };
	const pairs: readonly (readonly [Kind, Kind])[] = [
		["Chromium", "Chromium"],
		...(findBrowser("firefox")
			? ([
					["Chromium", "Firefox"],
					["Firefox", "Chromium"],
				] as const)
			: []),
	];
	for (const [from, to] of pairs)
		if (!onlyPair || `${from}-${to}`.toLowerCase() === onlyPair)
			await measurePair(from, to, server, file);
} finally {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
}
