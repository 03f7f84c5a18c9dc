// Decides which block of which file goes next, and sends it in pieces: in turns, never more than the
// receiver can have stored soon, never more than the connection can take now.

import {
	blockBytes,
	blockCountOf,
	blockLengthOf,
	packPiece,
	pieceBytesFor,
	pieceHeaderBytes,
} from "../wire/file-piece.ts";
import type { Digest, FileLink, FileSource } from "./file-types.ts";

export const pumpLimits = {
	/** Blocks on their way of one file, and of all: what a receiver must be able to hold in memory. */
	fileBlocks: 8,
	allBlocks: 16,
	/** Files that take turns; the others wait, so that reading ahead stays small. A place falls free with each block. */
	files: 4,
	// Above the one, nothing more is handed to the browser; at the other, again.
	highBytes: 1_048_576,
	lowBytes: 262_144,
} as const;

type Block = {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly digest: Uint8Array;
};

/** A file as the pump sees it. */
export type Stream = {
	readonly id: number;
	readonly source: FileSource;
	/** The next block to be sent, and how many are stored at the receiver. */
	next: number;
	have: number;
	/** Another number means that whatever was under way for this file is void. */
	turn: number;
	ahead: { readonly block: number; readonly read: Promise<Block> } | null;
};

export type Pump = {
	/** Something has changed that may let another block go. */
	kick(): void;
	read(stream: Stream, block: number): Promise<Block>;
};

const leftBlocks = ({ next, source }: Stream) =>
	blockCountOf(source.bytes) - next;

/** The first is never put off; beside it, what is soon done does not wait until large ones are through. */
function inTurn<Kind extends Stream>(files: readonly Kind[]): readonly Kind[] {
	const [first, ...others] = files;
	if (!first) return [];
	const places = [first];
	const shortest: Kind[] = [];
	for (const file of others) {
		const at = shortest.findIndex((one) => leftBlocks(file) < leftBlocks(one));
		shortest.splice(at < 0 ? shortest.length : at, 0, file);
		shortest.length = Math.min(shortest.length, pumpLimits.files - 1);
	}
	places.push(...shortest);
	return files.filter((file) => places.includes(file));
}

export function createPump<Kind extends Stream>(
	link: FileLink,
	digest: Digest,
	/** Files that the other side wants, in the order in which they were given. */
	wanted: () => readonly Kind[],
	isHeld: (stream: Kind) => boolean,
	on: {
		sent(stream: Kind, block: number, digest: Uint8Array): void;
		unreadable(stream: Kind): void;
	},
): Pump {
	let isRunning = false;
	let memory = new ArrayBuffer(0);
	let lastId = -1;

	const choose = (): Kind | null => {
		const all = wanted();
		const onTheWay = all.reduce((sum, file) => sum + file.next - file.have, 0);
		if (onTheWay >= pumpLimits.allBlocks) return null;
		const files = inTurn(
			all
				.filter((file) => leftBlocks(file) > 0)
				.filter((file) => !isHeld(file)),
		);
		// What was read of a file that has lost its place is read once more.
		for (const file of all) if (!files.includes(file)) file.ahead = null;
		const free = files.filter(
			(file) => file.next - file.have < pumpLimits.fileBlocks,
		);
		const chosen = free.find(({ id }) => id > lastId) ?? free[0] ?? null;
		if (chosen) lastId = chosen.id;
		return chosen;
	};

	const read = async ({ source }: Stream, block: number): Promise<Block> => {
		const from = block * blockBytes;
		const length = blockLengthOf(source.bytes, block);
		const bytes = await source.read(from, from + length);
		if (bytes.length !== length) throw new Error("The file has shrunk");
		return { bytes, digest: await digest(bytes) };
	};

	const readAhead = (stream: Kind, block: number) => {
		if (block >= blockCountOf(stream.source.bytes)) return;
		const reading = read(stream, block);
		// Whoever comes for it hears of the failure; nobody may come.
		reading.catch(() => {});
		stream.ahead = { block, read: reading };
	};

	const take = (stream: Kind): Promise<Block> => {
		const { ahead, next } = stream;
		stream.ahead = null;
		return ahead?.block === next ? ahead.read : read(stream, next);
	};

	const sendBlock = async (stream: Kind, { bytes, digest }: Block) => {
		const { id, next: block, turn } = stream;
		const pieceBytes = pieceBytesFor(link.maxMessageBytes());
		// A browser copies what it is given to send, so one piece of memory does for all.
		if (memory.byteLength < pieceBytes + pieceHeaderBytes)
			memory = new ArrayBuffer(pieceBytes + pieceHeaderBytes);
		for (let at = 0; at < bytes.length; at += pieceBytes) {
			if (link.bufferedBytes() > pumpLimits.highBytes) {
				await link.whenLow(pumpLimits.lowBytes);
				if (stream.turn !== turn) return false;
			}
			const piece = { id, block, at, digest };
			const part = bytes.subarray(at, at + pieceBytes);
			if (!link.send(packPiece({ ...piece, bytes: part }, memory)))
				return false;
		}
		return true;
	};

	const run = async () => {
		while (link.isOpen.peek()) {
			const stream = choose();
			if (!stream) break;
			const { turn, next } = stream;
			let block: Block;
			try {
				block = await take(stream);
			} catch {
				if (stream.turn === turn) on.unreadable(stream);
				continue;
			}
			if (stream.turn !== turn) continue;
			readAhead(stream, next + 1);
			if (!(await sendBlock(stream, block))) {
				// Not sent and nothing said it is void: the link is closing; it will say so.
				if (stream.turn === turn) break;
				continue;
			}
			stream.next = next + 1;
			on.sent(stream, next, block.digest);
		}
	};

	const kick = () => {
		if (isRunning) return;
		isRunning = true;
		void run().finally(() => {
			isRunning = false;
			// What came in between the last look and now would otherwise wait for ever.
			if (link.isOpen.peek() && hasMore()) kick();
		});
	};

	const hasMore = () => {
		const before = lastId;
		const stream = choose();
		lastId = before;
		return stream !== null && link.bufferedBytes() <= pumpLimits.highBytes;
	};

	return { kick, read };
}
