// What the sending and the receiving of files need from outside, and what both tell about a file.

import type { ReadonlySignal } from "@preact/signals-core";
import type { Result } from "../lib/result.ts";
import type { FileAbout, FileEnd } from "../wire/file.ts";

/** The way to the other side, as it is now: it outlives the channels that carry it. */
export interface FileLink {
	readonly isOpen: ReadonlySignal<boolean>;
	/** False where it could not be sent; everything is said again once the link is open again. */
	send(data: string | Uint8Array<ArrayBuffer>): boolean;
	bufferedBytes(): number;
	/** Resolves when at most so much waits to be sent, or the link has closed. */
	whenLow(bytes: number): Promise<void>;
	onMessage(handle: (data: unknown) => void): void;
	maxMessageBytes(): number;
	/** What came was not asked for, or was nothing at all. */
	complain(): void;
}

export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** A file that is to be sent. Throws where it cannot be read any more. */
export type FileSource = {
	readonly name: string;
	readonly folders: readonly string[];
	readonly bytes: number;
	readonly type: string;
	readonly modifiedAt: number;
	read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
};

/** What is known of a file that comes in; the name is already safe. */
export type Incoming = Omit<FileAbout, "id" | "batch">;

export type FileResult = {
	readonly blob: Blob;
	/** It is already where the person wanted it. */
	readonly isSaved: boolean;
};

/** Where a file that comes in is put, block after block. */
export interface FileSink {
	/** The sums of the blocks that are there already, one after the other. */
	readonly digests: Uint8Array<ArrayBuffer>;
	/** Gives back memory of a block that is no longer needed, where it has some. */
	write(
		block: number,
		bytes: Uint8Array<ArrayBuffer>,
		digest: Uint8Array,
	): Promise<Uint8Array<ArrayBuffer> | null>;
	finish(): Promise<FileResult>;
	/** Keeps what is there for later, where that is possible. */
	close(): Promise<void>;
	remove(): Promise<void>;
}

export type OpenSink = (
	about: Incoming,
) => Promise<Result<FileSink, "noRoom" | "tooLarge" | "notStored">>;

export type FileState =
	/** the receiver has not said yes */
	| "asking"
	/** what is there already is compared, or the place for it made ready */
	| "preparing"
	| "moving"
	| "pausedByMe"
	| "pausedByThem"
	/** the connection is away */
	| "interrupted"
	| "done"
	| "failed";

/** One file on its way, as both directions tell of it. */
export type FileView = {
	readonly state: FileState;
	readonly problem: FileEnd | null;
	/** Who ended it, where it failed. */
	readonly isEndedByMe: boolean;
	/** Safely stored at the receiver. */
	readonly doneBytes: number;
};

/** What an earlier session has left here. */
export type KeptFile = Incoming & {
	readonly haveBytes: number;
	/** All of it, where it has arrived and was not saved. */
	readonly whole: Blob | null;
};

export type Room = {
	/** How large a file may be. */
	readonly bytes: number;
	/** In memory it is gone with the page, and large files are too much for it. */
	readonly is: "disk" | "memory";
};

/** Where files are put that come in. */
export interface FileStore {
	room(): Promise<Room>;
	readonly open: OpenSink;
	/** Asks the person for a place on their disk; null where they would rather not. */
	readonly pick: ((name: string) => Promise<OpenSink | null>) | null;
	kept(): Promise<readonly KeptFile[]>;
	/** The person has it now; it need not be kept. */
	markSaved(token: string): Promise<void>;
	forget(token: string): Promise<void>;
	/** SHA-256 of all of it, as every other tool would give it. */
	sum(blob: Blob): Promise<string>;
}
