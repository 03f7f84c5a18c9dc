// A file on its way to this side: what is known of it, how far it is, and how that is told.

import type { FileAbout, FileEnd } from "../wire/file.ts";
import { type Assembly, createAssembly } from "./file-assembly.ts";
import { safeFolders, safeName } from "./file-name.ts";
import type { FileResult, FileSink, FileState } from "./file-types.ts";

export type Arriving = {
	/** With a name that is safe. */
	readonly about: FileAbout;
	readonly assembly: Assembly;
	phase: "asking" | "preparing" | "moving" | "finishing" | "done" | "failed";
	problem: FileEnd | null;
	isEndedByMe: boolean;
	isHeldByMe: boolean;
	isPausedByThem: boolean;
	sink: FileSink | null;
	/** The sums of what is stored, one after the other. */
	digests: Uint8Array<ArrayBuffer>;
	damages: number;
	/** Another number means that whatever is still to be stored is void. */
	turn: number;
	stored: Promise<void>;
	result: FileResult | null;
};

export function createArriving(about: FileAbout): Arriving {
	return {
		about: {
			...about,
			name: safeName(about.name),
			folders: safeFolders(about.folders),
		},
		assembly: createAssembly(about.bytes),
		phase: "asking",
		problem: null,
		isEndedByMe: false,
		isHeldByMe: false,
		isPausedByThem: false,
		sink: null,
		digests: new Uint8Array(0),
		damages: 0,
		turn: 0,
		stored: Promise.resolve(),
		result: null,
	};
}

export function isOver({ phase }: Arriving): boolean {
	return phase === "done" || phase === "failed";
}

export function stateOf(file: Arriving, isOpen: boolean): FileState {
	const { phase } = file;
	if (phase === "done" || phase === "failed") return phase;
	if (!isOpen) return "interrupted";
	if (phase === "asking" || phase === "preparing") return phase;
	if (file.isHeldByMe) return "pausedByMe";
	return file.isPausedByThem ? "pausedByThem" : "moving";
}
