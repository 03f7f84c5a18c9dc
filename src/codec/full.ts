// Any SDP, as it is, down to the last odd line: for what a card cannot say.
// Written in each of three ways; the shortest is taken.

import { createCursor, varint } from "./bytes.ts";
import { compress, decompress } from "./lz.ts";
import { fold, unfold } from "./phrases.ts";
import { countSigns, dress, hasSign, strip } from "./skeleton.ts";

export type Full = { readonly type: "offer" | "answer"; readonly sdp: string };

export const maxSdpLength = 65_536;
/** Any real description takes a few hundred; a bound on what a reader unpacks. */
const maxStepBytes = 16_384;

const answerBit = 16;
// How the body was made: only compressed; or told in phrases, and these compressed or not.
const plain = 0;
const phrased = 1;
const phrasedAndCompressed = 2;

export function packFull(full: Full): {
	readonly flags: number;
	readonly body: Iterable<number>;
} {
	const { type, sdp } = full;
	if (sdp.length > maxSdpLength)
		throw new RangeError("the description is too long");
	const ways = [
		{ way: plain, body: compress(sdp) },
		...(hasSign(sdp) ? [] : packPhrased(sdp)),
	];
	const best = ways.reduce((a, b) => (b.body.length < a.body.length ? b : a));
	const flags = (type === "answer" ? answerBit : 0) + best.way;
	return { flags, body: best.body };
}

function packPhrased(sdp: string) {
	const { text, recalls, values } = strip(sdp);
	const steps = Uint8Array.from(fold(text));
	if (steps.length > maxStepBytes) return [];
	const body = (told: Uint8Array) =>
		Uint8Array.from([
			...varint(told.length),
			...told,
			...joinHalves(recalls),
			...values,
		]);
	return [
		{ way: phrased, body: body(steps) },
		{ way: phrasedAndCompressed, body: body(compress(lettersOf(steps))) },
	];
}

export function unpackFull(
	flags: number,
	body: Uint8Array,
): Full | "damaged" | "newer" {
	const type = (flags & answerBit) === 0 ? "offer" : "answer";
	const way = flags & 15;
	if (way > phrasedAndCompressed) return "newer";
	const sdp =
		way === plain ? decompress(body, maxSdpLength) : unpackPhrased(way, body);
	return sdp === null ? "damaged" : { type, sdp };
}

function unpackPhrased(way: number, body: Uint8Array): string | null {
	const cursor = createCursor(body);
	const told = cursor.take(cursor.varint());
	const steps = way === phrased ? told : decompressBytes(told);
	if (steps === null || cursor.hasFailed()) return null;
	const text = unfold(steps, maxSdpLength);
	if (text === null) return null;
	const count = countSigns(text);
	const recalls = splitHalves(cursor.take(Math.ceil(count / 2)));
	const sdp = dress(text, recalls, cursor, maxSdpLength);
	return cursor.rest() === 0 ? sdp : null;
}

/** lz-string takes text; a byte is a letter. */
const lettersOf = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

function decompressBytes(told: Uint8Array): Uint8Array | null {
	const letters = decompress(told, maxStepBytes);
	if (letters === null || /[\u0100-\uffff]/.test(letters)) return null;
	return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function joinHalves(halves: readonly number[]): number[] {
	const bytes: number[] = [];
	for (let at = 0; at < halves.length; at += 2)
		bytes.push((halves[at] ?? 0) * 16 + (halves[at + 1] ?? 0));
	return bytes;
}

const splitHalves = (bytes: Uint8Array): number[] =>
	Array.from(bytes, (byte) => [byte >> 4, byte & 15]).flat();
