// What browsers that this process has started use of the machine: processor time and memory, as Linux counts
// them. A browser is the processes that came with it, and all that those have started.

import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

const ticksASecond = 100;

type Process = {
	readonly id: number;
	readonly parent: number;
	readonly ticks: number;
};

function readAll(): readonly Process[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const text = readFileSync(`/proc/${name}/stat`, "utf8");
				// The second field is the program's name, in brackets, and may hold anything.
				const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
				const [parent = 0, user = 0, system = 0] = [1, 11, 12].map((at) =>
					Number(fields[at]),
				);
				return [{ id: Number(name), parent, ticks: user + system }];
			} catch {
				// It has ended meanwhile.
				return [];
			}
		});
}

function under(roots: readonly number[]): readonly Process[] {
	const all = readAll();
	const found = new Set(roots);
	for (let grown = true; grown; ) {
		const more = all.filter(
			({ id, parent }) => found.has(parent) && !found.has(id),
		);
		for (const { id } of more) found.add(id);
		grown = more.length > 0;
	}
	return all.filter(({ id }) => found.has(id));
}

const secondsOf = (processes: readonly Process[]) =>
	processes.reduce((sum, one) => sum + one.ticks, 0) / ticksASecond;

/** What all of this machine has been busy with so far. */
function busySeconds(): number {
	const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
	const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = line
		.trim()
		.split(/\s+/)
		.slice(1)
		.map(Number);
	return (user + nice + system + irq + soft) / ticksASecond;
}

/** The processes that `launch` brings with it. */
export async function rootsOf<Value>(
	launch: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly roots: readonly number[] }> {
	const mine = () =>
		readAll()
			.filter(({ parent }) => parent === process.pid)
			.map(({ id }) => id);
	const before = mine();
	const value = await launch();
	return { value, roots: mine().filter((id) => !before.includes(id)) };
}

export type Usage = {
	readonly seconds: number;
	/** Of the browsers, and of this process, which only looks on. */
	readonly processorSeconds: number;
	/** Processors that something else kept busy meanwhile, of as many as there are. */
	readonly otherProcessors: number;
};

export const processorCount = cpus().length;

export async function measureUsage(run: () => Promise<void>): Promise<Usage> {
	const look = () => ({
		at: performance.now() / 1_000,
		mine: secondsOf(under([process.pid])),
		all: busySeconds(),
	});
	const before = look();
	await run();
	const after = look();
	const seconds = after.at - before.at;
	const processorSeconds = after.mine - before.mine;
	const others = after.all - before.all - processorSeconds;
	return {
		seconds,
		processorSeconds,
		otherProcessors: Math.max(0, others / seconds),
	};
}

export type Memory = {
	/** All processes of the browser, what they share counted once, and what they have from files not at all. */
	readonly allBytes: number;
	/** The largest of its pages, workers included. */
	readonly pageBytes: number;
};

// The program itself is shared with every other browser on this machine, and a process is told to have more of it
// whenever one of those ends: up to a hundred megabytes that have nothing to do with what is measured.
function ownKilobytes(smaps: string): number {
	const kinds = smaps.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm);
	return [...kinds].reduce((sum, [, size]) => sum + Number(size), 0);
}

export function memoryOf(roots: readonly number[]): Memory {
	let allBytes = 0;
	let pageBytes = 0;
	for (const { id } of under(roots)) {
		try {
			const text = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
			const bytes = ownKilobytes(text) * 1_024;
			allBytes += bytes;
			const command = readFileSync(`/proc/${id}/cmdline`, "utf8");
			if (/--type=renderer|-contentproc.*\btab\b/.test(command))
				pageBytes = Math.max(pageBytes, bytes);
		} catch {
			// It has ended meanwhile.
		}
	}
	return { allBytes, pageBytes };
}
