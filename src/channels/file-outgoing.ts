// A file on its way to the other side: what is known of it, how far it is, and how that is told.

import type { FileAbout, FileEnd } from "../wire/file.ts";
import { blockCountOf, digestBytes } from "../wire/file-piece.ts";
import type { Stream } from "./file-pump.ts";
import type { FileSource, FileState } from "./file-types.ts";

export type Outgoing = Stream & {
	readonly about: FileAbout;
	phase: "asking" | "preparing" | "moving" | "done" | "failed";
	problem: FileEnd | null;
	isEndedByMe: boolean;
	isPausedByMe: boolean;
	isHeldByThem: boolean;
	/** The sums of the first blocks, one after the other. */
	digests: Uint8Array<ArrayBuffer>;
	knownBlocks: number;
};

export function createOutgoing(about: FileAbout, source: FileSource): Outgoing {
	return {
		id: about.id,
		about,
		source,
		phase: "asking",
		problem: null,
		isEndedByMe: false,
		isPausedByMe: false,
		isHeldByThem: false,
		next: 0,
		have: 0,
		turn: 0,
		ahead: null,
		digests: new Uint8Array(0),
		knownBlocks: 0,
	};
}

export function isOver({ phase }: Outgoing): boolean {
	return phase === "done" || phase === "failed";
}

/** The sum of the first block that is not known yet, or of one that is sent again. */
export function remember(file: Outgoing, block: number, sum: Uint8Array): void {
	if (block > file.knownBlocks) throw new Error("A sum is missing");
	if (file.digests.length === 0)
		file.digests = new Uint8Array(
			blockCountOf(file.source.bytes) * digestBytes,
		);
	file.digests.set(sum, block * digestBytes);
	file.knownBlocks = Math.max(file.knownBlocks, block + 1);
}

export function stateOf(file: Outgoing, isOpen: boolean): FileState {
	const { phase } = file;
	if (phase === "done" || phase === "failed") return phase;
	if (!isOpen) return "interrupted";
	if (phase === "asking") return phase;
	if (file.isPausedByMe) return "pausedByMe";
	return file.isHeldByThem ? "pausedByThem" : phase;
}
