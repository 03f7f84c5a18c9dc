// One file as the list shows it, and how fast it goes.

import { splitName } from "../channels/file-name.ts";
import type { FileState, Room } from "../channels/file-types.ts";
import type { FileProblem } from "../channels/problem.ts";

export type FileEntry = {
	readonly key: string;
	readonly from: "me" | "them";
	/** When it came into the list. */
	readonly at: number;
	/** Files that were given at once. */
	readonly batch: string;
	readonly folders: readonly string[];
	readonly name: string;
	readonly stem: string;
	/** What decides what opening it does; shown apart, as a name can lie about it. */
	readonly ending: string;
	readonly bytes: number;
	/** So much of it is here from before, while it is asked about; and of what broke off and can be gone on with. */
	readonly keptBytes: number;
	readonly doneBytes: number;
	readonly percent: number;
	readonly state:
		| FileState
		/** half of it is here from an earlier session */
		| "kept"
		/** they have half of it, and ask for it again */
		| "asked";
	readonly problem: FileProblem | null;
	readonly isEndedByMe: boolean;
	readonly bytesPerSecond: number | null;
	readonly leftMs: number | null;
	/** Where it can be saved from. */
	readonly href: string | null;
	readonly isSaved: boolean;
	readonly thumbnail: string | null;
	/** SHA-256 of the file here and of the file there, as far as they are known. */
	readonly mySum: string | null;
	readonly theirSum: string | null;
	readonly isSumming: boolean;
	/** The other side has been asked for it again. */
	readonly isAskedFor: boolean;
	/** What was chosen to go on with cannot be this file. */
	readonly isOther: boolean;
};

const running: ReadonlySet<FileEntry["state"]> = new Set([
	"preparing",
	"moving",
	"pausedByMe",
	"pausedByThem",
	"interrupted",
] as const);

/** Said yes to, and not over: it can be paused and called off. */
export const isRunning = (state: FileEntry["state"]): boolean =>
	running.has(state);

/** Nobody can say yes to it but for a place of their own. */
export const isTooLarge = (
	{
		bytes,
		keptBytes,
		from,
		state,
	}: Pick<FileEntry, "bytes" | "keptBytes" | "from" | "state">,
	room: Room | null,
): boolean =>
	state === "asking" &&
	from === "them" &&
	room !== null &&
	bytes - keptBytes > room.bytes;

export type NamedFile = Pick<FileEntry, "name" | "bytes" | "folders">;

export function newEntry(
	key: string,
	from: "me" | "them",
	batch: string,
	{ name, bytes, folders }: NamedFile,
	state: FileEntry["state"],
): FileEntry {
	return {
		key,
		from,
		at: 0,
		batch,
		folders,
		name,
		...splitName(name),
		bytes,
		keptBytes: 0,
		doneBytes: 0,
		percent: 0,
		state,
		problem: null,
		isEndedByMe: false,
		bytesPerSecond: null,
		leftMs: null,
		href: null,
		isSaved: false,
		thumbnail: null,
		mySum: null,
		theirSum: null,
		isSumming: false,
		isAskedFor: false,
		isOther: false,
	};
}

/** A hundred only when it is over: the last per cent is checking and storing. */
export function percentOf(
	doneBytes: number,
	bytes: number,
	isDone: boolean,
): number {
	if (isDone) return 100;
	return bytes === 0 ? 0 : Math.min(99, Math.floor((doneBytes / bytes) * 100));
}

export interface Meter {
	/** Bytes a second, smoothed; null until that can be said. */
	measure(doneBytes: number, now: number): number | null;
	reset(): void;
}

// Half of what is shown is what happened in the last two seconds or so.
const memoryMs = 3_000;
const firstSpeechMs = 700;

export function createMeter(): Meter {
	let last: { readonly bytes: number; readonly at: number } | null = null;
	let startedAt = 0;
	let rate = 0;
	return {
		measure(doneBytes, now) {
			if (last === null) {
				last = { bytes: doneBytes, at: now };
				startedAt = now;
				return null;
			}
			const elapsedMs = now - last.at;
			if (elapsedMs > 0) {
				const current = ((doneBytes - last.bytes) * 1_000) / elapsedMs;
				// In the beginning there is nothing yet to smooth it with.
				const span = Math.min(memoryMs, now - startedAt);
				const weight = 1 - Math.exp(-elapsedMs / Math.max(1, span));
				rate = rate === 0 ? current : rate + (current - rate) * weight;
				last = { bytes: doneBytes, at: now };
			}
			return now - startedAt < firstSpeechMs ? null : Math.max(0, rate);
		},
		reset() {
			last = null;
			rate = 0;
		},
	};
}
