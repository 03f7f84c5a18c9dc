// Saves many files at once: into one folder, with the folders they came in, where the browser has such a
// thing; else one download after the other.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { numbered } from "../channels/file-name.ts";
import { createQueue } from "../lib/queue.ts";
import type { Ticker } from "../lib/ticker.ts";
import type { FileDesk } from "./file-desk.ts";
import type { Platform } from "./platform.ts";

// Browsers drop downloads that come faster than this.
const downloadGapMs = 350;
const mostSameNames = 1_000;

export type SaveAll = {
	saveAll(keys: readonly string[]): void;
	/** The disk is full, or the folder gone: what is not marked as saved can still be had one by one. */
	readonly isSaveStuck: ReadonlySignal<boolean>;
};

export function createSaveAll(
	files: Platform["files"],
	ticker: Ticker,
	desk: FileDesk,
	markSaved: (key: string) => void,
	lifetime: AbortSignal,
): SaveAll {
	const isSaveStuck = cell(false);
	const downloadOneByOne = (keys: readonly string[]) => {
		for (const [index, key] of keys.entries())
			ticker.after(
				index * downloadGapMs,
				() => {
					const entry = desk.list.get(key);
					if (!entry?.href) return;
					files.download(entry.href, entry.name);
					markSaved(key);
				},
				lifetime,
			);
	};

	const saveInto = async (
		root: FileSystemDirectoryHandle,
		keys: readonly string[],
	) => {
		for (const key of keys) {
			const entry = desk.list.get(key);
			const blob = desk.blobOf(key);
			if (!entry || !blob) continue;
			let folder = root;
			for (const name of entry.folders)
				folder = await folder.getDirectoryHandle(name, { create: true });
			const handle = await newFile(folder, entry.name);
			await blob.stream().pipeTo(await handle.createWritable());
			markSaved(key);
		}
	};

	// Two at once could both find the same name free.
	const queue = createQueue(() => {
		isSaveStuck.value = true;
	});

	return {
		isSaveStuck,
		saveAll(keys) {
			isSaveStuck.value = false;
			if (!files.pickFolder) {
				downloadOneByOne(keys);
				return;
			}
			void files
				.pickFolder()
				.then((root) => root && queue(() => saveInto(root, keys)));
		},
	};
}

/** Never over what is there. */
async function newFile(
	folder: FileSystemDirectoryHandle,
	name: string,
): Promise<FileSystemFileHandle> {
	for (let number = 1; number <= mostSameNames; number += 1) {
		const free = numbered(name, number);
		const isTaken = await folder.getFileHandle(free).then(
			() => true,
			() => false,
		);
		if (!isTaken) return folder.getFileHandle(free, { create: true });
	}
	throw new Error("Too many files of one name");
}
