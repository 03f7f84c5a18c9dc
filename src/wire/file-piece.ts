// A piece of a block of a file as it travels: which file, which block, where in it, and what the whole
// block must come to. Every piece says it all, so that none depends on one before it.

import { bad, good, type Result } from "../lib/result.ts";
import type { WireProblem } from "./problem.ts";

export type Piece = {
	readonly id: number;
	readonly block: number;
	/** Where in the block, in bytes. */
	readonly at: number;
	/** SHA-256 of the whole block. */
	readonly digest: Uint8Array;
	readonly bytes: Uint8Array;
};

/** What is checked, stored and confirmed at once. The same on every device, or sums could not be compared. */
export const blockBytes = 1_048_576;

export const digestBytes = 32;
export const pieceHeaderBytes = 12 + digestBytes;

// Larger ones are no faster, and what is written in the chat waits for the one that is on its way.
const mostPieceBytes = 65_536;

/** How much of a file fits into one message, where the connection takes messages of this size. */
export function pieceBytesFor(maxMessageBytes: number): number {
	return Math.max(
		1_024,
		Math.min(mostPieceBytes, maxMessageBytes - pieceHeaderBytes),
	);
}

export function blockCountOf(fileBytes: number): number {
	return Math.ceil(fileBytes / blockBytes);
}

/** How long this block of a file is: all are of one length but the last. */
export function blockLengthOf(fileBytes: number, block: number): number {
	return Math.max(0, Math.min(blockBytes, fileBytes - block * blockBytes));
}

/** Into `memory`, where it is large enough: it runs for every piece, and what it leaves is soon a lot. */
export function packPiece(
	piece: Piece,
	memory?: ArrayBuffer,
): Uint8Array<ArrayBuffer> {
	const length = pieceHeaderBytes + piece.bytes.length;
	const packed =
		memory && memory.byteLength >= length
			? new Uint8Array(memory, 0, length)
			: new Uint8Array(length);
	const view = new DataView(packed.buffer);
	view.setUint32(0, piece.id);
	view.setUint32(4, piece.block);
	view.setUint32(8, piece.at);
	packed.set(piece.digest, 12);
	packed.set(piece.bytes, pieceHeaderBytes);
	return packed;
}

export function unpackPiece(data: ArrayBuffer): Result<Piece, WireProblem> {
	if (data.byteLength <= pieceHeaderBytes) return bad("badField");
	if (data.byteLength > pieceHeaderBytes + mostPieceBytes)
		return bad("tooLong");
	const view = new DataView(data);
	const at = view.getUint32(8);
	const bytes = new Uint8Array(data, pieceHeaderBytes);
	if (at + bytes.length > blockBytes) return bad("badField");
	return good({
		id: view.getUint32(0),
		block: view.getUint32(4),
		at,
		digest: new Uint8Array(data, 12, digestBytes),
		bytes,
	});
}
