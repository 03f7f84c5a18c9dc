// The list of files as a screen reads it: rebuilt once for all that changed together.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { FileEntry } from "./file-entry.ts";

export type FileList = {
	readonly entries: ReadonlySignal<readonly FileEntry[]>;
	get(key: string): FileEntry | undefined;
	/** As it is now; the signal follows a moment later. */
	all(): readonly FileEntry[];
	add(entry: FileEntry): void;
	set(key: string, change: Partial<FileEntry>): void;
	remove(key: string): void;
};

export function createFileList(): FileList {
	const table = new Map<string, FileEntry>();
	const entries = cell<readonly FileEntry[]>([]);
	let isDue = false;

	const rebuild = () => {
		if (isDue) return;
		isDue = true;
		queueMicrotask(() => {
			isDue = false;
			entries.value = [...table.values()];
		});
	};

	return {
		entries,
		get: (key) => table.get(key),
		all: () => [...table.values()],
		add(entry) {
			table.set(entry.key, entry);
			rebuild();
		},
		set(key, change) {
			const entry = table.get(key);
			if (!entry) return;
			table.set(key, { ...entry, ...change });
			rebuild();
		},
		remove(key) {
			if (table.delete(key)) rebuild();
		},
	};
}
