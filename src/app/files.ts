// The files of one session: what is given and what comes, and what the person can do about each.

import {
	signal as cell,
	effect,
	type ReadonlySignal,
	type Signal,
	untracked,
} from "@preact/signals-core";
import { createFileStore } from "../channels/file-store.ts";
import type {
	Digest,
	FileLink,
	FileStore,
	Room,
} from "../channels/file-types.ts";
import { createFileChannel } from "../channels/files.ts";
import { createSum } from "../lib/sha256.ts";
import { drawAttention } from "./file-attention.ts";
import { createFileDesk, type FileNews, idOf } from "./file-desk.ts";
import type { FileEntry } from "./file-entry.ts";
import { createSaveAll, type SaveAll } from "./file-save.ts";
import { createFileSums } from "./file-sums.ts";
import { createFilesComing } from "./files-coming.ts";
import {
	createFilesGiven,
	type GivenFiles,
	type PickedFile,
} from "./files-given.ts";
import type { Platform } from "./platform.ts";

export type { FileEntry, FileNews, PickedFile };

/** What outlives a session: the place for what comes in, and what was given and not fully taken. */
export type FileShelf = {
	store: FileStore | null;
	readonly given: GivenFiles;
	/** Shared from another app, and not given to anybody yet. */
	readonly shared: Signal<readonly File[]>;
	readonly lifetime: AbortSignal;
};

export type Files = SaveAll & {
	readonly entries: ReadonlySignal<readonly FileEntry[]>;
	readonly news: ReadonlySignal<FileNews | null>;
	/** Whether everything that comes in this session is taken without asking. */
	readonly isAlways: ReadonlySignal<boolean>;
	/** How large a file may be here; null until that is known. */
	readonly room: ReadonlySignal<Room | null>;
	/** Whether the person can choose a place on their disk beforehand. */
	readonly canPick: boolean;
	/** Whether there is, or was, somebody who can be given files: another tool cannot. */
	readonly canGive: ReadonlySignal<boolean>;
	/** Shared from another app; they wait for a press. */
	readonly shared: ReadonlySignal<readonly File[]>;
	give(files: readonly PickedFile[]): void;
	giveShared(): void;
	dropShared(): void;
	accept(key: string): void;
	acceptAlways(): void;
	askEachTime(): void;
	acceptTo(key: string): Promise<void>;
	decline(key: string): void;
	pause(key: string, is: boolean): void;
	cancel(key: string): void;
	markSaved(key: string): void;
	/** Asks the other side for a file of which half is here. */
	askAgain(key: string): void;
	/** Takes an entry from the list, and what is kept of it from this device. */
	forget(key: string): void;
	sum(key: string): void;
	/** The file that the other side asks for, chosen once more. */
	giveAgain(key: string, file: File): void;
	dropAsked(key: string): void;
	sendAgain(key: string): void;
};

// Four times a second a number can be read, and drawing it costs little.
const lookMs = 250;

export function createFiles(
	platform: Platform,
	link: FileLink,
	shelf: FileShelf,
	/** The session; what it has left behind can still be saved after it. */
	running: AbortSignal,
	lifetime: AbortSignal,
): Files {
	shelf.store ??= createFileStore(platform.files.store, shelf.lifetime);
	const { store } = shelf;
	const room = cell<Room | null>(null);
	const desk = createFileDesk(
		platform,
		(key) =>
			key.startsWith("me-")
				? channel.sending.view(idOf(key))
				: key.startsWith("them-")
					? channel.receiving.view(idOf(key))
					: null,
		lifetime,
	);
	const channel = createFileChannel(
		link,
		digestBy(platform.files.subtle),
		{
			onSending: (id) => offerSum(given.handleSending(id)),
			onReceiving(id) {
				const entry = coming.handleReceiving(id);
				if (entry) lookAtRoom();
				offerSum(entry);
			},
			onMessage(message) {
				sums.handle(message);
				given.handleAsk(message);
			},
		},
		running,
	);
	const sums = createFileSums(
		desk.list,
		store,
		channel.say,
		desk.blobOf,
		lifetime,
	);
	const given = createFilesGiven(desk, channel, shelf.given, platform.randomId);
	const coming = createFilesComing(desk, channel, store, room, lifetime);

	const offerSum = (entry: FileEntry | null) => {
		if (entry?.state === "done") sums.offer(entry.key);
	};
	let isLooking = false;
	/** Every file changes it, and nothing says so. */
	const lookAtRoom = () => {
		if (isLooking) return;
		isLooking = true;
		void store.room().then((found) => {
			isLooking = false;
			room.value = found;
		});
	};
	const isMine = (key: string) => key.startsWith("me-");

	const dropShared = () => {
		shelf.shared.value = [];
		platform.files.shared.clear();
	};

	channel.listen();
	const canGive = cell(false);
	const stop = effect(() => {
		if (!link.isOpen.value) return;
		canGive.value = true;
		untracked(coming.askOnceMore);
	});
	lifetime.addEventListener("abort", stop);
	const { entries } = desk.list;
	drawAttention(platform.files.attention, entries, desk.news, running);
	platform.ticker.every(lookMs, desk.look, running);
	void coming.listKept();
	lookAtRoom();
	return {
		entries,
		news: desk.news,
		isAlways: coming.isAlways,
		room,
		canPick: store.pick !== null,
		canGive,
		shared: shelf.shared,
		give: given.give,
		dropShared,
		giveShared() {
			const files = shelf.shared.peek();
			dropShared();
			given.give(files.map((file) => ({ file, folders: [] })));
		},
		accept: coming.accept,
		acceptAlways: coming.acceptAlways,
		askEachTime: coming.askEachTime,
		acceptTo: coming.acceptTo,
		decline: (key) => coming.end(key, "declined"),
		pause: (key, is) =>
			isMine(key) ? given.pause(key, is) : coming.hold(key, is),
		cancel: (key) =>
			isMine(key) ? given.cancel(key) : coming.end(key, "cancelled"),
		markSaved: coming.markSaved,
		...createSaveAll(
			platform.files,
			platform.ticker,
			desk,
			coming.markSaved,
			lifetime,
		),
		askAgain: coming.askAgain,
		forget(key) {
			coming.forget(key);
			lookAtRoom();
		},
		sum: sums.sum,
		giveAgain: given.giveAgain,
		dropAsked: given.dropAsked,
		sendAgain: given.sendAgain,
	};
}

function digestBy(subtle: SubtleCrypto | undefined): Digest {
	if (subtle)
		return async (bytes) =>
			new Uint8Array(await subtle.digest("SHA-256", bytes));
	return async (bytes) => {
		const sum = createSum();
		sum.add(bytes);
		return sum.end();
	};
}
