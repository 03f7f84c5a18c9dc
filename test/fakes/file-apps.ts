// Two whole lists of files, as screens read them, with only the wire, the disk and the browser made up.

import { signal } from "@preact/signals-core";
import {
	createFiles,
	type FileShelf,
	type Files,
} from "../../src/app/files.ts";
import type { GivenFiles } from "../../src/app/files-given.ts";
import type { Platform } from "../../src/app/platform.ts";
import type { FileStore, KeptFile } from "../../src/channels/file-types.ts";
import { linkPair } from "./file-link.ts";
import { digest, memoryPlace, sha256 } from "./files.ts";

/** What a device keeps over sessions; after each write it may be told to fail. */
export function memoryStore() {
	const place = memoryPlace();
	const abouts = new Map<string, Omit<KeptFile, "haveBytes" | "whole">>();
	const store: FileStore = {
		room: async () => ({ is: "disk", bytes: 1e12 }),
		async open(about) {
			abouts.set(about.token, about);
			const opened = await place.open(about);
			if (!opened.ok) return opened;
			const { write } = opened.value;
			const checked: typeof write = (block, bytes, sum) =>
				block >= made.mostBlocks
					? Promise.reject(new Error("QuotaExceededError"))
					: write(block, bytes, sum);
			return { ok: true, value: { ...opened.value, write: checked } };
		},
		pick: null,
		async kept() {
			return [...place.parts].flatMap(([token, { blocks }]) => {
				const about = abouts.get(token);
				const haveBytes = blocks.reduce((sum, one) => sum + one.length, 0);
				return about ? [{ ...about, haveBytes, whole: null }] : [];
			});
		},
		markSaved: async (token) => void made.saved.push(token),
		async forget(token) {
			made.forgotten.push(token);
			place.parts.delete(token);
		},
		sum: async (blob) => sha256(new Uint8Array(await blob.arrayBuffer())),
	};
	const made = {
		place,
		store,
		mostBlocks: Number.POSITIVE_INFINITY,
		saved: [] as string[],
		forgotten: [] as string[],
	};
	return made;
}

type Device = {
	readonly store: FileStore;
	readonly given: GivenFiles;
	readonly folder?: FileSystemDirectoryHandle;
};

export const newDevice = (
	store: FileStore = memoryStore().store,
	folder?: FileSystemDirectoryHandle,
): Device => ({ store, given: new Map(), ...(folder ? { folder } : {}) });

let lastRandom = 0;

/** One session of two devices; what they keep outlives it. */
export function filesOf(one: Device, other: Device) {
	const link = linkPair();
	const life = new AbortController();
	const downloads: string[] = [];
	const end = (way: "one" | "other", device: Device): Files => {
		const platform = {
			now: Date.now,
			randomId: () => {
				lastRandom += 1;
				return `random${String(lastRandom).padStart(16, "0")}`;
			},
			ticker: {
				every(ms: number, run: () => void, signal: AbortSignal) {
					const timer = setInterval(run, ms / 10);
					signal.addEventListener("abort", () => clearInterval(timer));
				},
				after: (_: number, run: () => void) => void setTimeout(run, 1),
			},
			files: {
				subtle: {
					digest: (_: string, bytes: Uint8Array<ArrayBuffer>) => digest(bytes),
				},
				shared: { clear() {} },
				attention: { isHidden: signal(false), show() {} },
				pickFolder: device.folder ? async () => device.folder ?? null : null,
				download: (_: string, name: string) => void downloads.push(name),
			},
		} as unknown as Platform;
		const shelf: FileShelf = {
			store: device.store,
			given: device.given,
			shared: signal([]),
			lifetime: life.signal,
		};
		return createFiles(platform, link[way], shelf, life.signal, life.signal);
	};
	return {
		link,
		downloads,
		one: end("one", one),
		other: end("other", other),
		end: () => life.abort(),
	};
}

export const entryOf = (files: Files, name: string) =>
	files.entries.peek().findLast((entry) => entry.name === name);
