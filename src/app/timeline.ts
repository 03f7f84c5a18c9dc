// Messages and files as one list, by the time they came. What is drawn in this order is also read out in it.

import { computed, type ReadonlySignal } from "@preact/signals-core";
import type { ChatEntry } from "../channels/chat.ts";
import type { FileEntry } from "./file-entry.ts";

export type TimelineItem =
	| { readonly is: "message"; readonly entry: ChatEntry }
	/** Files that were given at once, at least one. */
	| {
			readonly is: "files";
			readonly key: string;
			readonly at: number;
			readonly entries: readonly FileEntry[];
	  };

export function createTimeline(
	messages: ReadonlySignal<readonly ChatEntry[]>,
	files: ReadonlySignal<{
		readonly entries: ReadonlySignal<readonly FileEntry[]>;
	} | null>,
): ReadonlySignal<readonly TimelineItem[]> {
	return computed(() =>
		merge(messages.value, files.value?.entries.value ?? []),
	);
}

export function merge(
	messages: readonly ChatEntry[],
	files: readonly FileEntry[],
): readonly TimelineItem[] {
	const merged: TimelineItem[] = [];
	const batches = batchesOf(files);
	let next = 0;
	const addBefore = (at: number) => {
		for (let batch = batches[next]; batch; batch = batches[next]) {
			if (batch.at >= at) return;
			merged.push(batch);
			next += 1;
		}
	};
	for (const entry of messages) {
		addBefore(entry.at);
		merged.push({ is: "message", entry });
	}
	addBefore(Number.POSITIVE_INFINITY);
	return merged;
}

type Batch = TimelineItem & { readonly is: "files" };

/** A batch stands where its first file came. */
export function batchesOf(entries: readonly FileEntry[]): readonly Batch[] {
	const batches = new Map<string, FileEntry[]>();
	for (const entry of entries) {
		const batch = batches.get(entry.batch);
		if (batch) batch.push(entry);
		else batches.set(entry.batch, [entry]);
	}
	return [...batches].map(([key, entries]) => ({
		is: "files",
		key,
		at: entries[0]?.at ?? 0,
		entries,
	}));
}
