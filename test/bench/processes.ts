// What the browsers that this process has started use of the machine: processor time and memory, as Linux
// counts them.

import { readdirSync, readFileSync } from "node:fs";

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
				const [parent, user, system] = [1, 11, 12].map((at) =>
					Number(fields[at]),
				);
				return [
					{
						id: Number(name),
						parent: parent ?? 0,
						ticks: (user ?? 0) + (system ?? 0),
					},
				];
			} catch {
				// It has ended meanwhile.
				return [];
			}
		});
}

function descendants(): readonly Process[] {
	const all = readAll();
	const found = new Set([process.pid]);
	for (let grown = true; grown; ) {
		const more = all.filter(
			({ id, parent }) => found.has(parent) && !found.has(id),
		);
		for (const { id } of more) found.add(id);
		grown = more.length > 0;
	}
	return all.filter(({ id }) => id !== process.pid && found.has(id));
}

/** Processor seconds of all browsers so far. */
export function processorSeconds(): number {
	const ticks = descendants().reduce((sum, one) => sum + one.ticks, 0);
	return ticks / ticksASecond;
}

/** Memory of all browsers, shared parts counted once, in bytes. */
export function memoryBytes(): number {
	const kilobytes = descendants().map(({ id }) => {
		try {
			const text = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
			return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
		} catch {
			return 0;
		}
	});
	return kilobytes.reduce((sum, one) => sum + one, 0) * 1024;
}

export type Usage = {
	readonly seconds: number;
	readonly processorSeconds: number;
	/** Over what was used before, at most. */
	readonly extraBytes: number;
	/** Memory over what was used before, ten times during the run, in MB. */
	readonly graph: readonly number[];
};

export async function measureUsage(run: () => Promise<void>): Promise<Usage> {
	const before = memoryBytes();
	const samples: number[] = [];
	const timer = setInterval(() => samples.push(memoryBytes() - before), 500);
	const processorBefore = processorSeconds();
	const startedAt = performance.now();
	await run();
	const seconds = (performance.now() - startedAt) / 1_000;
	clearInterval(timer);
	const graph = Array.from({ length: 10 }, (_, index) => {
		const part = samples.slice(
			Math.floor((index * samples.length) / 10),
			Math.floor(((index + 1) * samples.length) / 10),
		);
		return Math.round(Math.max(0, ...part) / 1e6);
	});
	return {
		seconds,
		processorSeconds: processorSeconds() - processorBefore,
		extraBytes: Math.max(0, ...samples),
		graph,
	};
}
