// A code too large for one QR picture, as an endless row of them: any frames, in any order, as many as it has pieces,
// give it back. What a camera saw is believed only where the checksums, the frame's and then the whole's, agree.

import { readCode } from "./code.ts";
import { frameNumbers, mix, unmix } from "./fountain.ts";
import { frameChecksum } from "./frame-checksum.ts";
import { type Frame, packFrame, unpackFrame } from "./frame-text.ts";

/** Digits for behind the page's address and `#`. Never a code, and no code is ever a frame. */
export type FrameText = string;

export type FrameResult =
	| { readonly is: "notAFrame" }
	| { readonly is: "partial"; readonly have: number; readonly need: number }
	| { readonly is: "whole"; readonly bytes: Uint8Array };

export type Collector = { readonly add: (text: string) => FrameResult };

/** With all the rest of a frame and an address of 28 characters this just fits version 9 at level L. */
const maxPieceBytes = 188;
/** The longest code: its first byte, three of length, and what they count. */
const maxWholeBytes = 1 + 3 + 2 ** 14;

/** Far more than an address and the longest frame. */
const maxTextLength = 4096;
/** More than that many screens are not in view at once. */
const maxWholes = 4;

export function frameCountFor(byteLength: number): number {
	return Math.ceil(byteLength / maxPieceBytes);
}

/** Even pieces: the pictures of one code are all of one size, and no larger than they must be. */
const pieceBytesFor = (byteLength: number): number =>
	Math.ceil(byteLength / frameCountFor(byteLength));

export function split(bytes: Uint8Array, index: number): FrameText {
	const { length } = bytes;
	if (length === 0 || length > maxWholeBytes)
		throw new RangeError("no code is of this length");
	if (!Number.isSafeInteger(index) || index < 0)
		throw new RangeError("frames are counted from 0");
	const pieceBytes = pieceBytesFor(length);
	const pieces = Array.from({ length: frameCountFor(length) }, (_, at) => {
		const piece = new Uint8Array(pieceBytes);
		piece.set(bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes));
		return piece;
	});
	const number = index % frameNumbers;
	const piece = mix(pieces, number);
	return packFrame({ number, length, checksum: frameChecksum(bytes), piece });
}

export function isFrame(text: string): boolean {
	return readFrame(text) !== null;
}

/** For one look through a camera. Frames of several codes may come mixed up; `have` and `need` are those of the last. */
export function createCollector(): Collector {
	type Whole = { frames: Map<number, Uint8Array>; bytes: Uint8Array | null };
	// The one that was added to last stands last.
	const wholes = new Map<string, Whole>();

	const wholeOf = ({ length, checksum }: Frame): Whole => {
		const key = `${length} ${checksum}`;
		const whole = wholes.get(key) ?? { frames: new Map(), bytes: null };
		wholes.delete(key);
		wholes.set(key, whole);
		for (const oldest of wholes.keys()) {
			if (wholes.size <= maxWholes) break;
			wholes.delete(oldest);
		}
		return whole;
	};

	const add = (text: string): FrameResult => {
		const frame = readFrame(text);
		if (frame === null) return { is: "notAFrame" };
		const whole = wholeOf(frame);
		const { frames } = whole;
		const need = frameCountFor(frame.length);
		if (whole.bytes === null) {
			frames.set(frame.number, frame.piece);
			if (frames.size < need) return { is: "partial", have: frames.size, need };
			whole.bytes = join(frame, frames);
			// Also after a wrong one that passed for a frame: only without it can the others succeed.
			frames.clear();
		}
		const { bytes } = whole;
		return bytes === null
			? { is: "partial", have: 0, need }
			: { is: "whole", bytes };
	};

	return { add };
}

function readFrame(text: string): Frame | null {
	if (text.length > maxTextLength) return null;
	const digits = /^(?:[^#]*#)?([0-9]+)$/.exec(text)?.[1];
	const frame = digits === undefined ? null : unpackFrame(digits);
	if (frame === null || !isSound(frame)) return null;
	// An address can have a code in it. Nothing is to be taken as both.
	const read = readCode(text, 0);
	const isCode =
		read.ok || read.problem === "newerVersion" || read.problem === "locked";
	return isCode ? null : frame;
}

const isSound = ({ number, length, piece }: Frame): boolean =>
	number < frameNumbers &&
	length > 0 &&
	length <= maxWholeBytes &&
	piece.length === pieceBytesFor(length);

function join(
	{ length, checksum }: Frame,
	frames: ReadonlyMap<number, Uint8Array>,
): Uint8Array | null {
	const bytes = new Uint8Array(length);
	for (const [at, piece] of unmix(frames).entries()) {
		const start = at * piece.length;
		bytes.set(piece.subarray(0, Math.max(0, length - start)), start);
	}
	return frameChecksum(bytes) === checksum ? bytes : null;
}
