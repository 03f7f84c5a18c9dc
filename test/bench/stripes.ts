// Whether several connections at once are faster than one: `npm run bench:stripes [-- SECONDS [50/1,200/1]]` (Linux, as root). Two
// Chromiums in network namespaces of their own, a cable between them that takes its time and loses packets.

import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { sweep, sweepLeftovers } from "../lab/support/names.ts";
import { buildApp, prepareFile } from "./files-browsers.ts";
import { type Ends, lay, openIn } from "./stripes-cable.ts";

const [, , , given = "20", only] = process.argv;
const seconds = Number(given);
const counts = [1, 2, 4, 8];
const all = [
	{ delayMs: 0, lossPercent: 0 },
	{ delayMs: 25, lossPercent: 0 },
	{ delayMs: 25, lossPercent: 0.1 },
	{ delayMs: 25, lossPercent: 1 },
	{ delayMs: 100, lossPercent: 0 },
	{ delayMs: 100, lossPercent: 1 },
];
/** As in 50/1,200/1: milliseconds there and back, per cent lost. */
const links = all.filter(
	({ delayMs, lossPercent }) =>
		!only || only.split(",").includes(`${delayMs * 2}/${lossPercent}`),
);

const folder = await mkdtemp(join(tmpdir(), "pigeon-stripes-"));
const built = join(folder, "app");
const url = "http://localhost/";
// Nothing but zeros; it is read, summed, sent and stored like any other.
const hollow = join(folder, "hollow.bin");

declare global {
	interface Window {
		stripes?: { connection: RTCPeerConnection; channel: RTCDataChannel }[];
		arrivedBytes?: number;
	}
}

/** All descriptions of one side; with the other's, it applies those first. */
function describe(
	page: Page,
	count: number,
	theirs: readonly string[],
): Promise<string[]> {
	return page.evaluate(
		async ({ count, theirs }) => {
			window.arrivedBytes = 0;
			window.stripes ??= Array.from({ length: count }, () => {
				const connection = new RTCPeerConnection();
				const options = { negotiated: true, id: 0 };
				const channel = connection.createDataChannel("stripe", options);
				channel.binaryType = "arraybuffer";
				channel.onmessage = ({ data }) => {
					window.arrivedBytes = (window.arrivedBytes ?? 0) + data.byteLength;
				};
				return { connection, channel };
			});
			const done = window.stripes.map(async ({ connection }, index) => {
				const text = theirs[index];
				if (text) await connection.setRemoteDescription(JSON.parse(text));
				if (connection.localDescription) return "";
				await connection.setLocalDescription();
				while (connection.iceGatheringState !== "complete")
					await new Promise((next) => setTimeout(next, 20));
				return JSON.stringify(connection.localDescription);
			});
			return Promise.all(done);
		},
		{ count, theirs },
	);
}

/** Bytes a second that arrive, once the first three seconds are over. */
async function rateOf(ends: Ends, count: number): Promise<number> {
	const browsers = [
		await openIn(folder, ends.one),
		await openIn(folder, ends.other),
	];
	try {
		const pages = [];
		for (const browser of browsers) pages.push(await browser.newPage());
		const [one, other] = pages;
		if (!one || !other) throw new Error("No page");
		const offers = await describe(one, count, []);
		await describe(one, count, await describe(other, count, offers));
		await one.evaluate(async () => {
			for (const { channel } of window.stripes ?? [])
				while (channel.readyState !== "open")
					await new Promise((next) => setTimeout(next, 20));
			const chunk = new Uint8Array(65_536);
			for (const { channel } of window.stripes ?? []) {
				channel.bufferedAmountLowThreshold = 262_144;
				const fill = () => {
					while (channel.bufferedAmount < 1_048_576) channel.send(chunk);
				};
				channel.onbufferedamountlow = fill;
				fill();
			}
		});
		const look = () =>
			other.evaluate(() => ({
				bytes: window.arrivedBytes ?? 0,
				at: performance.now(),
			}));
		await new Promise((done) => setTimeout(done, 3_000));
		const before = await look();
		await new Promise((done) => setTimeout(done, seconds * 1_000));
		const after = await look();
		return ((after.bytes - before.bytes) * 1_000) / (after.at - before.at);
	} finally {
		for (const browser of browsers) await browser.close();
	}
}

/** Of everything that comes over any channel of the page. */
function countBytes() {
	const make = RTCPeerConnection.prototype.createDataChannel;
	RTCPeerConnection.prototype.createDataChannel = function (label, options) {
		const channel = make.call(this, label, options);
		channel.addEventListener("message", ({ data }) => {
			window.arrivedBytes = (window.arrivedBytes ?? 0) + (data.byteLength ?? 0);
		});
		return channel;
	};
}

/** The app over this link: megabytes a second of a file, once it has had time for what it does about it. */
async function rateOfApp(ends: Ends): Promise<number> {
	const browsers = [
		await openIn(folder, ends.one),
		await openIn(folder, ends.other),
	];
	try {
		const pages = [];
		for (const browser of browsers) {
			const context = await browser.newContext({ serviceWorkers: "block" });
			// The network between the two reaches no server; the page needs none.
			await context.route(`${url}**`, async (route) => {
				const { pathname } = new URL(route.request().url());
				const name = pathname === "/" ? "index.html" : pathname.slice(1);
				await route.fulfill({ path: join(built, name) });
			});
			await context.addInitScript(countBytes);
			pages.push(await context.newPage());
		}
		const [one, other] = pages;
		if (!one || !other) throw new Error("No page");
		const accept = await prepareFile(one, other, url, hollow);
		accept().catch(() => {});
		const look = () =>
			other.evaluate(() => ({
				bytes: window.arrivedBytes ?? 0,
				at: performance.now(),
			}));
		await new Promise((done) => setTimeout(done, 12_000));
		const before = await look();
		await new Promise((done) => setTimeout(done, seconds * 1_000));
		const after = await look();
		return ((after.bytes - before.bytes) * 1_000) / (after.at - before.at);
	} finally {
		for (const browser of browsers) await browser.close();
	}
}

const print = (cells: readonly string[]) =>
	process.stdout.write(`| ${cells.join(" | ")} |\n`);

await sweepLeftovers();
print([
	"there and back",
	"lost, each way",
	...counts.map((count) =>
		count === 1 ? "one connection, MB/s" : `${count} connections`,
	),
	"**Pigeon**",
]);
print(["--:", "--:", ...counts.map(() => "--:"), "--:"]);
try {
	await buildApp(built);
	await writeFile(hollow, "");
	await truncate(hollow, 4_000_000_000);
	for (const { delayMs, lossPercent } of links) {
		const cells = [`${delayMs * 2} ms`, `${lossPercent} %`];
		let single: number | null = null;
		const over = async (measure: (ends: Ends) => Promise<number>) => {
			const ends = await lay(folder, delayMs, lossPercent);
			try {
				const rate = await measure(ends);
				single ??= rate;
				const times =
					rate === single ? "" : ` (×${(rate / single).toFixed(1)})`;
				cells.push(`${(rate / 1e6).toFixed(2)}${times}`);
			} finally {
				await sweep(ends.name);
			}
		};
		for (const count of counts) await over((ends) => rateOf(ends, count));
		await over(rateOfApp);
		print(cells);
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
