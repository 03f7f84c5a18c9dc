// Puts the blocks of one file together from its pieces. Only the very next piece is ever right.

import { blockCountOf, blockLengthOf, type Piece } from "../wire/file-piece.ts";
import { pumpLimits } from "./file-pump.ts";

export type Assembly = {
	readonly fileBytes: number;
	/** Blocks that are stored and checked; and blocks that were taken from the connection. */
	have: number;
	taken: number;
	block: Uint8Array<ArrayBuffer> | null;
	/** Memory of a block that has been stored, for another. */
	spare: Uint8Array<ArrayBuffer> | null;
	at: number;
	digest: Uint8Array;
	/** Until the sender begins where it was told to, what comes is of before. */
	isAwaitingStart: boolean;
};

export type Taken =
	| { readonly is: "stale" | "part" | "wrong" }
	| {
			readonly is: "block";
			readonly block: number;
			readonly bytes: Uint8Array<ArrayBuffer>;
			readonly digest: Uint8Array;
	  };

// Twice what a sender may have on its way: some is of before it was told to begin again.
const mostPendingBlocks = pumpLimits.fileBlocks * 2;

export function createAssembly(fileBytes: number): Assembly {
	return {
		fileBytes,
		have: 0,
		taken: 0,
		block: null,
		spare: null,
		at: 0,
		digest: new Uint8Array(0),
		isAwaitingStart: true,
	};
}

/** From here on only what follows the stored blocks is right. */
export function startOver(assembly: Assembly): void {
	assembly.taken = assembly.have;
	assembly.block = null;
	assembly.at = 0;
	assembly.isAwaitingStart = true;
}

export function takePiece(assembly: Assembly, piece: Piece): Taken {
	const isNext =
		piece.block === assembly.taken &&
		piece.at === assembly.at &&
		piece.block < blockCountOf(assembly.fileBytes);
	if (!isNext) return { is: assembly.isAwaitingStart ? "stale" : "wrong" };
	assembly.isAwaitingStart = false;
	const length = blockLengthOf(assembly.fileBytes, piece.block);
	const end = piece.at + piece.bytes.length;
	const isTooMuch =
		end > length || assembly.taken - assembly.have >= mostPendingBlocks;
	if (isTooMuch) return { is: "wrong" };
	if (assembly.block === null) {
		const { spare } = assembly;
		assembly.spare = null;
		assembly.block = spare?.length === length ? spare : new Uint8Array(length);
		assembly.digest = piece.digest.slice();
	}
	assembly.block.set(piece.bytes, piece.at);
	assembly.at = end;
	if (end < length) return { is: "part" };
	const { block: bytes, digest } = assembly;
	assembly.block = null;
	assembly.at = 0;
	assembly.taken += 1;
	return { is: "block", block: piece.block, bytes, digest };
}
