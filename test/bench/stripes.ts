// Whether several connections at once are faster than one: `npm run bench:stripes [-- SECONDS [50/1,200/1]]` (Linux, as root). Two
// Chromiums in network namespaces of their own, a cable between them that takes its time and loses packets.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../browser/support/find-browser.ts";
import { newName, sweep, sweepLeftovers } from "../lab/support/names.ts";
import { run } from "../lab/support/shell.ts";

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

const program = fileURLToPath(
	new URL("../lab/support/cable.pl", import.meta.url),
);
const folder = await mkdtemp(join(tmpdir(), "pigeon-stripes-"));

type Ends = {
	readonly name: string;
	readonly one: string;
	readonly other: string;
};

/** Delay and loss are each way. */
async function lay(delayMs: number, lossPercent: number): Promise<Ends> {
	const name = newName();
	const [one, other] = [`${name}-one`, `${name}-other`];
	await run(`
ip netns add ${one}
ip netns add ${other}
ip -n ${one} link set lo up
ip -n ${other} link set lo up`);
	if (delayMs > 0) {
		const args = ["netns", "exec", one, "perl", program, String(delayMs)];
		const cable = spawn("ip", [...args, "eth0", "far"], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		await once(cable.stdout, "data");
		await run(`ip -n ${one} link set far netns ${other} name eth0`);
	} else
		await run(
			`ip link add eth0 netns ${one} type veth peer name eth0 netns ${other}`,
		);
	for (const [index, end] of [one, other].entries()) {
		await run(`
ip -n ${end} addr add 10.7.0.${index + 1}/24 dev eth0
ip -n ${end} link set eth0 up
ip -n ${end} route add default dev eth0`);
		if (lossPercent === 0) continue;
		const rules = join(folder, `${end}.nft`);
		await writeFile(
			rules,
			`table inet loss {
	chain loss {
		type filter hook input priority 0
		iifname "eth0" ip protocol udp numgen random mod 10000 < ${Math.round(lossPercent * 100)} drop
	}
}
`,
		);
		await run(`ip netns exec ${end} nft -f ${rules}`);
	}
	return { name, one, other };
}

async function openIn(namespace: string): Promise<Browser> {
	const executablePath = join(folder, namespace);
	await writeFile(
		executablePath,
		`#!/bin/sh\nexec ip netns exec ${namespace} ${findBrowser("chromium")} "$@"\n`,
	);
	await chmod(executablePath, 0o755);
	return chromium.launch({
		executablePath,
		args: [
			"--no-sandbox",
			"--disable-gpu",
			// Nobody looks up names for the two.
			"--disable-features=WebRtcHideLocalIpsWithMdns",
		],
	});
}

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
	const browsers = [await openIn(ends.one), await openIn(ends.other)];
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

const print = (cells: readonly string[]) =>
	process.stdout.write(`| ${cells.join(" | ")} |\n`);

await sweepLeftovers();
print([
	"there and back",
	"lost, each way",
	...counts.map((count) =>
		count === 1 ? "one connection, MB/s" : `${count} connections`,
	),
]);
print(["--:", "--:", ...counts.map(() => "--:")]);
try {
	for (const { delayMs, lossPercent } of links) {
		const cells = [`${delayMs * 2} ms`, `${lossPercent} %`];
		let single = 0;
		for (const count of counts) {
			const ends = await lay(delayMs, lossPercent);
			try {
				const rate = await rateOf(ends, count);
				if (count === 1) single = rate;
				const times = count === 1 ? "" : ` (×${(rate / single).toFixed(1)})`;
				cells.push(`${(rate / 1e6).toFixed(2)}${times}`);
			} finally {
				await sweep(ends.name);
			}
		}
		print(cells);
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
