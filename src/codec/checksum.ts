// The remainder of all bytes, read as one big number, by the largest prime below 2^16.
// One wrong letter changes the number by d·32^k, one wrong digit by d·10^k: never a multiple of it.

import { uint16 } from "./bytes.ts";

const prime = 65521;

/** Starts at one, so that zeros in front count as well. */
export function remainder(bytes: Iterable<number>): number {
	let value = 1;
	for (const byte of bytes) value = (value * 256 + byte) % prime;
	return value;
}

/** The two bytes that bring the remainder of everything to zero. */
export function checksum(bytes: Iterable<number>): number[] {
	return uint16((prime - ((remainder(bytes) * 65536) % prime)) % prime);
}

export function hasChecksum(bytes: Uint8Array): boolean {
	const last = (bytes.at(-2) ?? 0) * 256 + (bytes.at(-1) ?? 0);
	return last < prime && remainder(bytes) === 0;
}
