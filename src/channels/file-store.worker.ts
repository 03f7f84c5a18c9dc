// Keeps parts of files in the origin's private file system: the bytes, the sums of their blocks, and what
// they are of. A block counts only once its sum is written after it, so a page may go at any moment.

import { createSum } from "../lib/sha256.ts";
import { blockBytes, blockCountOf, digestBytes } from "../wire/file-piece.ts";
import type { StoreAnswer, StoreOrder } from "./file-store.ts";
import { hex, isSame } from "./file-sums.ts";
import type { KeptFile } from "./file-types.ts";

declare const self: DedicatedWorkerGlobalScope;

type Place = {
	readonly part: FileSystemSyncAccessHandle;
	readonly sums: FileSystemSyncAccessHandle;
};

const places = new Map<string, Place>();

async function folder(name: string): Promise<FileSystemDirectoryHandle> {
	const root = await navigator.storage.getDirectory();
	return root.getDirectoryHandle(name, { create: true });
}

async function handleOf(
	directory: FileSystemDirectoryHandle,
	name: string,
): Promise<FileSystemSyncAccessHandle> {
	const file = await directory.getFileHandle(name, { create: true });
	return file.createSyncAccessHandle();
}

async function textOf(
	directory: FileSystemDirectoryHandle,
	name: string,
): Promise<string | null> {
	try {
		const file = await directory.getFileHandle(name);
		return await (await file.getFile()).text();
	} catch {
		return null;
	}
}

async function writeText(
	directory: FileSystemDirectoryHandle,
	name: string,
	text: string,
): Promise<void> {
	const handle = await handleOf(directory, name);
	handle.truncate(0);
	handle.write(new TextEncoder().encode(text));
	handle.close();
}

/** How many blocks are there and still what their sums say. */
async function checked({ part, sums }: Place, bytes: number): Promise<number> {
	const count = Math.min(
		Math.floor(sums.getSize() / digestBytes),
		part.getSize() >= bytes
			? blockCountOf(bytes)
			: Math.floor(part.getSize() / blockBytes),
	);
	const block = new Uint8Array(blockBytes);
	const sum = new Uint8Array(digestBytes);
	for (let index = 0; index < count; index += 1) {
		const length = part.read(block, { at: index * blockBytes });
		sums.read(sum, { at: index * digestBytes });
		const end = Math.min(length, bytes - index * blockBytes);
		const found = await crypto.subtle.digest("SHA-256", block.subarray(0, end));
		if (!isSame(new Uint8Array(found), sum)) return index;
	}
	return count;
}

function placeOf(token: string): Place {
	const place = places.get(token);
	if (!place) throw new Error("This file is not open");
	return place;
}

function shut(token: string): void {
	const place = places.get(token);
	places.delete(token);
	place?.part.close();
	place?.sums.close();
}

async function keptIn(
	directory: FileSystemDirectoryHandle,
): Promise<KeptFile | null> {
	const about = JSON.parse((await textOf(directory, "about")) ?? "null");
	if (about === null) return null;
	const file = await (await directory.getFileHandle("part")).getFile();
	const isWhole = (await textOf(directory, "whole")) !== null;
	const haveBytes = Math.min(file.size, about.bytes);
	return { ...about, haveBytes, whole: isWhole ? file : null };
}

/** What is saved, old or too much goes; what cannot be read as well. */
async function clean(
	all: FileSystemDirectoryHandle,
	{ mostKept, oldestMs }: { mostKept: number; oldestMs: number },
): Promise<KeptFile[]> {
	const found: { kept: KeptFile; touchedAt: number }[] = [];
	for await (const [token, directory] of all.entries()) {
		// In use, here or in another tab; it is not for this page to touch.
		if (places.has(token) || !(directory instanceof FileSystemDirectoryHandle))
			continue;
		const kept = await keptIn(directory).catch(() => null);
		const isSaved = (await textOf(directory, "saved")) !== null;
		const touchedAt = kept
			? (await (await directory.getFileHandle("part")).getFile()).lastModified
			: 0;
		if (kept && !isSaved && Date.now() - touchedAt < oldestMs)
			found.push({ kept, touchedAt });
		else await drop(all, token);
	}
	found.sort((one, other) => other.touchedAt - one.touchedAt);
	for (const { kept } of found.splice(mostKept)) await drop(all, kept.token);
	return found.map(({ kept }) => kept);
}

async function drop(
	all: FileSystemDirectoryHandle,
	token: string,
): Promise<void> {
	// Another tab may have it open; then it stays for another time.
	await all.removeEntry(token, { recursive: true }).catch(() => {});
}

async function carryOut(order: StoreOrder): Promise<unknown> {
	if (order.do === "sum") return sumOf(order.blob);
	const all = await folder(order.folder);
	switch (order.do) {
		case "kept":
			return clean(all, order);
		case "have": {
			const directory = await all
				.getDirectoryHandle(order.token)
				.catch(() => null);
			const kept = directory && (await keptIn(directory).catch(() => null));
			return kept?.haveBytes ?? 0;
		}
		case "forget":
			shut(order.token);
			await drop(all, order.token);
			return null;
		case "markSaved": {
			const directory = await all.getDirectoryHandle(order.token);
			await writeText(directory, "saved", "");
			return null;
		}
		case "open": {
			const { about } = order;
			const directory = await all.getDirectoryHandle(about.token, {
				create: true,
			});
			const place = {
				part: await handleOf(directory, "part"),
				sums: await handleOf(directory, "sums"),
			};
			places.set(about.token, place);
			await writeText(directory, "about", JSON.stringify(about));
			const count = await checked(place, about.bytes);
			place.part.truncate(Math.min(count * blockBytes, about.bytes));
			place.sums.truncate(count * digestBytes);
			const digests = new Uint8Array(count * digestBytes);
			place.sums.read(digests, { at: 0 });
			return digests;
		}
		case "write": {
			const { part, sums } = placeOf(order.token);
			const { bytes, block, digest } = order;
			const written = part.write(bytes, { at: block * blockBytes });
			if (written !== bytes.length) throw new Error("The disk is full");
			sums.write(digest, { at: block * digestBytes });
			return bytes;
		}
		case "finish": {
			placeOf(order.token).part.flush();
			shut(order.token);
			const directory = await all.getDirectoryHandle(order.token);
			await writeText(directory, "whole", "");
			return (await directory.getFileHandle("part")).getFile();
		}
		case "close":
			shut(order.token);
			return null;
	}
}

async function sumOf(blob: Blob): Promise<string> {
	const sum = createSum();
	for (let at = 0; at < blob.size; at += blockBytes) {
		const slice = blob.slice(at, at + blockBytes);
		sum.add(new Uint8Array(await slice.arrayBuffer()));
	}
	return hex(sum.end());
}

self.addEventListener("message", ({ data }: MessageEvent<StoreOrder>) => {
	const answer = (given: StoreAnswer) => {
		const { value } = given;
		// Memory that goes back for the next block.
		const isMemory = data.do === "write" && value instanceof Uint8Array;
		self.postMessage(given, isMemory ? [value.buffer] : []);
	};
	carryOut(data).then(
		(value) => answer({ call: data.call, ok: true, value }),
		() => answer({ call: data.call, ok: false, value: null }),
	);
});
