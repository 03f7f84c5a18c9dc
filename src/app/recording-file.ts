// Where a recording is kept while it grows: the origin's private file system, or memory where there is none. What is
// written never goes beyond the room there is, because a disk that is full would take everything with it.

export type RecordingFile = {
	/** False where there is no room for more. */
	write(part: Blob): Promise<boolean>;
	finish(type: string): Promise<Blob>;
	remove(): Promise<void>;
};

export type RecordingPlace = {
	readonly storage: StorageManager | undefined;
	/** A name for the folder that no other app of this origin uses. */
	readonly folder: string;
	readonly now: () => number;
};

/** More than this, and phones close the page that holds it. */
export const mostMemoryBytes = 200_000_000;
// Browsers need some for themselves, and so do the files that come in meanwhile.
const spareBytes = 128_000_000;
// Asking how much there is takes a while itself.
const askEveryBytes = 8_000_000;
// Left behind by a page that went in the middle; another tab may still be at one that is younger.
const leftBehindMs = 24 * 3_600_000;

export async function openRecordingFile(
	place: RecordingPlace,
	name: string,
): Promise<RecordingFile | null> {
	try {
		const root = await place.storage?.getDirectory();
		if (!root) return memoryFile();
		const folder = await root.getDirectoryHandle(place.folder, {
			create: true,
		});
		await clean(folder, place.now());
		if (!(await hasRoom(place))) return null;
		return await diskFile(place, folder, name);
	} catch {
		// Private windows of some browsers have no such file system, and say so only when asked for it.
		return memoryFile();
	}
}

async function hasRoom({ storage }: RecordingPlace): Promise<boolean> {
	const { quota, usage = 0 } = (await storage?.estimate()) ?? {};
	return quota === undefined || quota - usage > spareBytes;
}

async function clean(
	folder: FileSystemDirectoryHandle,
	now: number,
): Promise<void> {
	for await (const [name, handle] of folder.entries()) {
		if (!(handle instanceof FileSystemFileHandle)) continue;
		const { lastModified } = await handle.getFile();
		if (now - lastModified > leftBehindMs)
			await folder.removeEntry(name).catch(() => {});
	}
}

async function diskFile(
	place: RecordingPlace,
	folder: FileSystemDirectoryHandle,
	name: string,
): Promise<RecordingFile> {
	const handle = await folder.getFileHandle(name, { create: true });
	const writable = await handle.createWritable();
	let unaskedBytes = 0;
	return {
		async write(part) {
			unaskedBytes += part.size;
			if (unaskedBytes > askEveryBytes) {
				unaskedBytes = 0;
				if (!(await hasRoom(place))) return false;
			}
			await writable.write(part);
			return true;
		},
		async finish(type) {
			await writable.close();
			const file = await handle.getFile();
			return file.slice(0, file.size, type);
		},
		remove: () => folder.removeEntry(name).catch(() => {}),
	};
}

export function memoryFile(): RecordingFile {
	let parts: Blob[] = [];
	let bytes = 0;
	return {
		async write(part) {
			if (bytes + part.size > mostMemoryBytes) return false;
			bytes += part.size;
			parts.push(part);
			return true;
		},
		finish: async (type) => new Blob(parts, { type }),
		async remove() {
			parts = [];
		},
	};
}
