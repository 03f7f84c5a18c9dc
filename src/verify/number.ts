// The promise and the digits. A short sum of two fingerprints alone can be met by trying keys for minutes; here one
// of the random numbers is always drawn after whoever is in between has promised theirs: one guess in 10^8.

import { hkdf, sha256 } from "./hkdf.ts";
import {
	packParts,
	packText,
	packTranscript,
	type Role,
	type Transcript,
} from "./transcript.ts";

export const nonceBytes = 32;
export const digitCount = 8;

/** The role is in it, so a promise that is only sent back can never be kept. */
export function promiseOf(role: Role, nonce: Uint8Array): Uint8Array {
	const parts = ["pigeon promise", role].map(packText);
	return sha256(packParts([...parts, nonce]));
}

export function digitsOf(
	transcript: Transcript,
	nonces: Readonly<Record<Role, Uint8Array>>,
): string {
	const bytes = hkdf(
		packParts([nonces.client, nonces.server]),
		new Uint8Array(),
		packTranscript(transcript),
		8,
	);
	// Of 2^64 values the remainder favours none by more than one in 10^11.
	const value = new DataView(bytes.buffer).getBigUint64(0);
	return String(value % 10n ** BigInt(digitCount)).padStart(digitCount, "0");
}
