// What the lab calls its namespaces: after the run and the cell, so that two runs never meet, and what a run that was
// killed has left behind is known as such.

import { existsSync } from "node:fs";
import { run, runNow } from "./shell.ts";

const family = "pigeon-lab";
let cellCount = 0;

export function newName(): string {
	cellCount += 1;
	return `${family}-${process.pid}-${cellCount}`;
}

/** Ends what still runs in the namespaces of this name, and takes them away. */
export async function sweep(name: string): Promise<void> {
	for (const namespace of listed().filter((it) => it.startsWith(`${name}-`)))
		await run(`
ip netns pids ${namespace} | xargs -r kill -9 2>/dev/null || true
ip netns del ${namespace} || true`);
}

/** Of runs that are no more. */
export async function sweepLeftovers(): Promise<void> {
	const names = listed().flatMap((namespace) => {
		const [, name, pid] = /^(pigeon-lab-(\d+)-\d+)-\w+$/.exec(namespace) ?? [];
		return name && pid && !existsSync(`/proc/${pid}`) ? [name] : [];
	});
	for (const name of new Set(names)) await sweep(name);
}

function listed(): string[] {
	return runNow("ip netns list")
		.split("\n")
		.map((line) => line.split(" ")[0] ?? "")
		.filter((name) => name.startsWith(`${family}-`));
}
