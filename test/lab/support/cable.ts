// The slow cable: a device whose every packet takes its time, both ways.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { run } from "./shell.ts";

const program = fileURLToPath(new URL("cable.pl", import.meta.url));

/** Goes with the router's namespace, in which it runs. */
export async function layCable(
	namespace: string,
	router: string,
	delayMs: number,
): Promise<void> {
	const args = ["netns", "exec", router, "perl", program, String(delayMs)];
	const cable = spawn("ip", [...args, "slow", "eth0"], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const isReady = once(cable.stdout, "data");
	const isOver = once(cable, "exit").then(() => {
		throw new Error("The slow cable could not be laid.");
	});
	isOver.catch(() => {});
	await Promise.race([isReady, isOver]);
	await run(`
ip -n ${router} link set eth0 netns ${namespace}
ip -n ${router} link set slow master lan up`);
}
