// Two browsers that only have each other: in network namespaces, with a cable that takes its time and loses packets.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../browser/support/find-browser.ts";
import { newName } from "../lab/support/names.ts";
import { run } from "../lab/support/shell.ts";

const program = fileURLToPath(
	new URL("../lab/support/cable.pl", import.meta.url),
);
export type Ends = {
	readonly name: string;
	readonly one: string;
	readonly other: string;
};

/** Delay and loss are each way. */
export async function lay(
	folder: string,
	delayMs: number,
	lossPercent: number,
): Promise<Ends> {
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

export async function openIn(
	folder: string,
	namespace: string,
): Promise<Browser> {
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
