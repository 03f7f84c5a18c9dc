// What a person drops, pastes or chooses, as files with the folders they were found in.

import type { PickedFile } from "../../app/files.ts";

// A whole disk is dropped by mistake only.
const mostFiles = 5_000;
const mostFolders = 32;

export function filesOfInput(list: FileList | null): readonly PickedFile[] {
	return [...(list ?? [])].slice(0, mostFiles).map((file) => ({
		file,
		folders: file.webkitRelativePath.split("/").slice(0, -1),
	}));
}

/** To be called while the event is handled: what was dropped is gone after it. */
export function filesOfTransfer(
	data: DataTransfer,
): Promise<readonly PickedFile[]> {
	const items = [...data.items].filter(({ kind }) => kind === "file");
	const entries = items.map((item) => item.webkitGetAsEntry());
	const plain = items.map((item) => item.getAsFile());
	const found: PickedFile[] = [];
	const collect = async () => {
		for (const [index, entry] of entries.entries()) {
			const file = plain[index];
			if (entry?.isDirectory) await walk(entry, [], found);
			else if (file) found.push({ file, folders: [] });
		}
		return found;
	};
	return collect();
}

async function walk(
	entry: FileSystemEntry,
	folders: readonly string[],
	found: PickedFile[],
): Promise<void> {
	if (found.length >= mostFiles || folders.length > mostFolders) return;
	if (isFile(entry)) {
		const file = await new Promise<File>((done, fail) =>
			entry.file(done, fail),
		).catch(() => null);
		if (file) found.push({ file, folders });
		return;
	}
	if (!isDirectory(entry)) return;
	const reader = entry.createReader();
	// It gives some hundred at a time, and nothing when it is at its end.
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((done, fail) =>
			reader.readEntries(done, fail),
		).catch(() => []);
		if (some.length === 0) return;
		for (const one of some) await walk(one, [...folders, entry.name], found);
	}
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
	return entry.isFile;
}

function isDirectory(
	entry: FileSystemEntry,
): entry is FileSystemDirectoryEntry {
	return entry.isDirectory;
}
