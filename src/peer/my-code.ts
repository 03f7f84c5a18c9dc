// This device's own half of the exchange. A code that has left keeps its text; one that has only been on the
// screen may gain addresses that were found late, under the same name and keys.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { type WrittenCode, writeCode } from "../codec/code.ts";
import { asSent, withSmallMessages } from "./remote.ts";
import { agree, isForeignOffer, type Taken } from "./take.ts";

export type MyCode = {
	readonly code: ReadonlySignal<WrittenCode | null>;
	/** The same as other tools take it: {type, sdp} as JSON. */
	readonly raw: ReadonlySignal<string | null>;
	/** When an invite of mine was first shown, if it was: a screen can be read without its knowing. */
	shownAt(): number | null;
	/** An invite, or, once theirs is in, what answers it. */
	write(sdp: string, theirs: Taken | null): void;
	/** It has been copied, shared or read. */
	freeze(): void;
	isFrozen(): boolean;
	forget(): void;
};

export function createMyCode(now: () => number): MyCode {
	const code = cell<WrittenCode | null>(null);
	const raw = cell<string | null>(null);
	let shownAt: number | null = null;
	let isFrozen = false;

	const write = (
		sdp: string,
		setup: Parameters<typeof asSent>[1],
		options: Parameters<typeof writeCode>[1],
	) => {
		const written = writeCode(
			{ type: "offer", sdp: asSent(sdp, setup) },
			options,
		);
		// An invite and the reply that it becomes are two codes: what was done with one says nothing of the other.
		if (code.value?.kind !== written.kind) isFrozen = false;
		raw.value = JSON.stringify({ type: "offer", sdp: withSmallMessages(sdp) });
		if (code.value?.text !== written.text) code.value = written;
	};

	/** For the offer of another tool: the text is the answer as such tools read it. */
	const writeAnswer = (full: string) => {
		const sdp = withSmallMessages(full);
		const written = writeCode({ type: "answer", sdp }, { now: now() });
		const text = JSON.stringify({ type: "answer", sdp });
		raw.value = text;
		if (code.value?.text !== text) code.value = { ...written, text };
	};

	return {
		code,
		raw,
		shownAt: () => shownAt,
		write(sdp, theirs) {
			if (theirs && isForeignOffer(theirs)) return writeAnswer(sdp);
			if (theirs) {
				const setup = agree(theirs, sdp).isClient ? "active" : "passive";
				return write(sdp, setup, { now: now(), replyTo: theirs.code.id });
			}
			// Shown again, it is the same invite of the same minute.
			shownAt ??= now();
			write(sdp, "actpass", { now: shownAt });
		},
		freeze() {
			isFrozen = true;
		},
		isFrozen: () => isFrozen,
		forget() {
			code.value = null;
			raw.value = null;
			shownAt = null;
			isFrozen = false;
		},
	};
}
