// Files that were given at once, as a folder's are: how they stand together, and what can be done with all of them.

import { type FileEntry, isRunning, percentOf } from "./file-entry.ts";

export type FileBatch = {
	/** The folder that all of them are in, where there is one. */
	readonly folder: string | null;
	readonly bytes: number;
	readonly doneCount: number;
	/** Of all bytes; null where nothing is on its way. */
	readonly percent: number | null;
	/** To be said yes or no to. */
	readonly asking: readonly string[];
	/** Can be paused, or go on. */
	readonly running: readonly string[];
	readonly isPaused: boolean;
	/** Can still be called off. */
	readonly open: readonly string[];
	readonly saveable: readonly string[];
	/** Here in full, to be deleted when the person says so. */
	readonly forgettable: readonly string[];
};

export function batchOf(entries: readonly FileEntry[]): FileBatch {
	const keys = (isWanted: (entry: FileEntry) => boolean) =>
		entries.filter(isWanted).map(({ key }) => key);
	const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
	const doneBytes = entries.reduce((sum, entry) => sum + entry.doneBytes, 0);
	const running = entries.filter(({ state }) => isRunning(state));
	const folder = entries[0]?.folders[0] ?? null;
	return {
		folder: entries.every(({ folders }) => folders[0] === folder)
			? folder
			: null,
		bytes,
		doneCount: entries.filter(({ state }) => state === "done").length,
		percent: running.length > 0 ? percentOf(doneBytes, bytes, false) : null,
		asking: keys(({ state, from }) => state === "asking" && from === "them"),
		running: running.map(({ key }) => key),
		isPaused: running.every(({ state }) => state === "pausedByMe"),
		open: keys(
			({ state, from }) =>
				isRunning(state) || (state === "asking" && from === "me"),
		),
		forgettable: keys(({ state, from }) => state === "done" && from === "them"),
		saveable: keys(({ href, isSaved }) => href !== null && !isSaved),
	};
}
