// A short tag of who made a code: the same however often the same connection is described.
// It finds the right invite among several; it proves nothing.

import { remainder } from "./checksum.ts";

const firstValue = (sdp: string, name: string): string =>
	new RegExp(`^a=${name}:(.*?)\\r?$`, "m").exec(sdp)?.[1] ?? "";

export function identityOf(sdp: string): string {
	const words = [
		firstValue(sdp, "ice-ufrag"),
		firstValue(sdp, "ice-pwd"),
		firstValue(sdp, "fingerprint").toUpperCase(),
	].join(" ");
	const bytes = Array.from(words, (letter) => letter.charCodeAt(0) & 255);
	return writeTag(remainder(bytes));
}

export const isTag = (text: string): boolean => /^[0-9a-f]{4}$/.test(text);

export const writeTag = (tag: number): string =>
	tag.toString(16).padStart(4, "0");
