// A browser inside one person's network, seen from outside of it: every task of tasks.ts as a function.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Answer, Order } from "./agent.ts";
import type { Host } from "./network.ts";
import type { Launch, Tasks } from "./tasks.ts";

export type LabBrowser = Tasks & {
	/** All of its processes stand still, as on a phone in a pocket. */
	sleep(): void;
	wake(): void;
};

const home = fileURLToPath(new URL("../../../", import.meta.url));

// The files that say who is called what, private to this process: `ip netns exec` gives it mounts of its own.
const enter = `mount --bind "$0" /etc/hosts
mount --bind "$1" /etc/resolv.conf
shift
exec "$@"`;

export async function startBrowser(
	{ namespace, hostsFile, resolverFile }: Host,
	launch: Launch,
): Promise<LabBrowser> {
	const command = [
		process.execPath,
		"test/run.mjs",
		"test/lab/support/agent.ts",
	];
	const args = ["netns", "exec", namespace, "sh", "-ec", enter, hostsFile];
	const agent = spawn("ip", [...args, resolverFile, ...command], {
		cwd: home,
		env: { ...process.env, PIGEON_LAB: JSON.stringify(launch) },
		stdio: ["ignore", "ignore", "inherit", "ipc"],
	});
	const waiting = new Map<number, (answer: Answer) => void>();
	const ask = async (id: number, order: Order | null): Promise<unknown> => {
		const answered = new Promise<Answer>((done) => waiting.set(id, done));
		if (order) agent.send(order);
		const answer = await answered;
		if ("error" in answer) throw new Error(`In the lab: ${answer.error}`);
		return answer.value;
	};
	const settle = (answer: Answer) => {
		waiting.get(answer.id)?.(answer);
		waiting.delete(answer.id);
	};
	agent.on("message", settle);
	agent.on("exit", () => {
		for (const id of waiting.keys()) settle({ id, error: "it has gone" });
	});
	await ask(0, null);

	let lastId = 0;
	const tasks = new Proxy({} as Tasks, {
		get: (_, task: string) => {
			if (task === "then") return undefined;
			return async (...args: readonly unknown[]) => {
				lastId += 1;
				const value = await ask(lastId, { id: lastId, task, args });
				if (task === "close") await leave(agent);
				return value;
			};
		},
	});
	return Object.assign(Object.create(tasks) as Tasks, {
		sleep: () => signalAll(agent, "SIGSTOP"),
		wake: () => signalAll(agent, "SIGCONT"),
	});
}

async function leave(agent: ChildProcess): Promise<void> {
	const isGone = once(agent, "exit");
	agent.disconnect();
	await isGone;
}

/** To the browser's processes, not to the one that drives it. */
function signalAll(agent: ChildProcess, signal: NodeJS.Signals): void {
	const parents = new Map(
		readdirSync("/proc")
			.filter((name) => /^\d+$/.test(name))
			.map((pid) => [Number(pid), parentOf(pid)]),
	);
	const isBelow = (pid: number): boolean => {
		const parent = parents.get(pid);
		return parent === agent.pid || (parent !== undefined && isBelow(parent));
	};
	for (const pid of [...parents.keys()].filter(isBelow))
		process.kill(pid, signal);
}

function parentOf(pid: string): number | undefined {
	try {
		// The name of a program may hold anything, brackets too; after the last of them come its state and its parent.
		const text = readFileSync(`/proc/${pid}/stat`, "utf8");
		const [, rest = ""] = /.*\) \S (\d+)/s.exec(text) ?? [];
		return Number(rest) || undefined;
	} catch {
		return undefined;
	}
}
