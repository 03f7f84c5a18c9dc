// What giving and getting files have in common: the list, how far each is, and what can be had of it.

import { signal as cell, type Signal } from "@preact/signals-core";
import type { FileView } from "../channels/file-types.ts";
import { thumbnailOf } from "../media/thumbnail.ts";
import {
	createMeter,
	type FileEntry,
	isRunning,
	type Meter,
	percentOf,
} from "./file-entry.ts";
import { createFileList, type FileList } from "./file-list.ts";
import type { Platform } from "./platform.ts";

/** What a screen reader is told. */
export type FileNews = {
	readonly is: "asking" | "asked" | "arrived" | "delivered" | "failed";
	readonly name: string;
	/** Of files that were given at once; and how many more of them failed. */
	readonly count: number;
	readonly failedCount: number;
};

export type FileDesk = {
	readonly list: FileList;
	readonly news: Signal<FileNews | null>;
	enter(entry: FileEntry, token: string): void;
	tokenOf(key: string): string;
	retoken(key: string, token: string): void;
	/** A change of state is shown at once, and said to be one; how far it is, at the next look. */
	follow(key: string): FileEntry | null;
	look(): void;
	/** Of a file that is over; of several that were given at once, when nothing more of them is on its way. */
	tell(entry: FileEntry): void;
	blobOf(key: string): Blob | null;
	/** What is here in full, as something to save. Nothing of it is ever opened in this origin. */
	present(key: string, blob: Blob, isSaved: boolean): void;
	picture(key: string, blob: Blob): void;
	leave(key: string): void;
};

export const idOf = (key: string): number =>
	Number(key.slice(key.indexOf("-") + 1));

export function createFileDesk(
	platform: Platform,
	viewOf: (key: string) => FileView | null,
	lifetime: AbortSignal,
): FileDesk {
	const list = createFileList();
	const news = cell<FileNews | null>(null);
	const meters = new Map<string, Meter>();
	const tokens = new Map<string, string>();
	const blobs = new Map<string, Blob>();

	const update = (entry: FileEntry, view: FileView) => {
		const { key, bytes } = entry;
		const { state, doneBytes } = view;
		const meter = meters.get(key);
		if (state !== "moving") meter?.reset();
		const bytesPerSecond =
			state === "moving"
				? (meter?.measure(doneBytes, platform.now()) ?? null)
				: null;
		list.set(key, {
			...view,
			percent: percentOf(doneBytes, bytes, state === "done"),
			bytesPerSecond,
			leftMs: bytesPerSecond
				? ((bytes - doneBytes) * 1_000) / bytesPerSecond
				: null,
		});
	};

	const untold = new Set<string>();
	const tell = ({ key, batch, from }: FileEntry) => {
		untold.add(key);
		const mates = list.all().filter((entry) => entry.batch === batch);
		if (mates.some(({ state }) => isRunning(state))) return;
		const over = mates.filter((entry) => untold.delete(entry.key));
		// Who ended it knows.
		const failed = over.filter((one) => one.problem && !one.isEndedByMe);
		const done = over.filter(({ state }) => state === "done");
		const [first] = done.length > 0 ? done : failed;
		if (!first) return;
		const { name } = first;
		const ways = { me: "delivered", them: "arrived" } as const;
		news.value =
			done.length > 0
				? {
						is: ways[from],
						name,
						count: done.length,
						failedCount: failed.length,
					}
				: { is: "failed", name, count: failed.length, failedCount: 0 };
	};

	const present = (key: string, blob: Blob, isSaved: boolean) => {
		blobs.set(key, blob);
		const plain = blob.slice(0, blob.size, "application/octet-stream");
		const href = isSaved ? null : URL.createObjectURL(plain);
		list.set(key, { isSaved, href });
		picture(key, blob);
	};

	const picture = (key: string, blob: Blob) => {
		blobs.set(key, blob);
		void thumbnailOf(blob).then((small) => {
			if (small && !lifetime.aborted)
				list.set(key, { thumbnail: URL.createObjectURL(small) });
		});
	};

	const revoke = ({ href, thumbnail }: FileEntry) => {
		for (const url of [href, thumbnail]) if (url) URL.revokeObjectURL(url);
	};

	lifetime.addEventListener("abort", () => {
		for (const entry of list.entries.peek()) revoke(entry);
	});

	return {
		list,
		news,
		enter(entry, token) {
			tokens.set(entry.key, token);
			meters.set(entry.key, createMeter());
			list.add({ ...entry, at: platform.now() });
		},
		tokenOf: (key) => tokens.get(key) ?? "",
		retoken: (key, token) => void tokens.set(key, token),
		follow(key) {
			const entry = list.get(key);
			const view = viewOf(key);
			if (!entry || !view || view.state === entry.state) return null;
			update(entry, view);
			return list.get(key) ?? null;
		},
		look() {
			for (const entry of list.entries.peek()) {
				const view = viewOf(entry.key);
				if (entry.state === "moving" && view?.state === "moving")
					update(entry, view);
			}
		},
		tell,
		blobOf: (key) => blobs.get(key) ?? null,
		present,
		picture,
		leave(key) {
			const entry = list.get(key);
			if (entry) revoke(entry);
			for (const table of [meters, tokens, blobs]) table.delete(key);
			list.remove(key);
		},
	};
}
