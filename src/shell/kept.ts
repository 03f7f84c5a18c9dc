// What this app leaves on a device besides itself: choices, and files that came. And how all of it goes.

import type { Platform } from "../app/platform.ts";

type Needs = {
	readonly storage: StorageManager;
	readonly local: () => Storage;
	readonly caches: CacheStorage | undefined;
	/** In which files and recordings are put. */
	readonly folders: readonly string[];
	/** Caches that the app needs to open are called otherwise. */
	readonly sharedCache: string;
	readonly keyStart: string;
};

export function createKept(needs: Needs): Platform["kept"] {
	const root = () => needs.storage.getDirectory();
	return {
		async fileBytes() {
			let sum = 0;
			for (const folder of needs.folders)
				sum += await root()
					.then((place) => place.getDirectoryHandle(folder))
					.then(bytesIn)
					// No such folder, or no such storage: nothing is there.
					.catch(() => 0);
			return sum;
		},
		async forget() {
			for (const folder of needs.folders)
				await root()
					.then((place) => place.removeEntry(folder, { recursive: true }))
					.catch(() => {});
			await needs.caches?.delete(needs.sharedCache).catch(() => false);
			try {
				const local = needs.local();
				for (const key of Object.keys(local))
					if (key.startsWith(needs.keyStart)) local.removeItem(key);
			} catch {
				// Refused altogether, so nothing was put there.
			}
		},
	};
}

async function bytesIn(folder: FileSystemDirectoryHandle): Promise<number> {
	let sum = 0;
	for await (const entry of folder.values())
		sum += isFolder(entry)
			? await bytesIn(entry)
			: (await (entry as FileSystemFileHandle).getFile()).size;
	return sum;
}

const isFolder = (
	entry: FileSystemHandle,
): entry is FileSystemDirectoryHandle => entry.kind === "directory";
