// HMAC (RFC 2104) and HKDF (RFC 5869) over SHA-256. Pure: the browser's own cannot be waited for in a table of
// states, and is missing on plain http. The vectors of the standard are its test.

import { createSum } from "../lib/sha256.ts";

const blockBytes = 64;
const sumBytes = 32;

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
	const sum = createSum();
	for (const part of parts) sum.add(part);
	return sum.end();
}

export function hmac(
	key: Uint8Array,
	...parts: readonly Uint8Array[]
): Uint8Array {
	const block = new Uint8Array(blockBytes);
	block.set(key.length > blockBytes ? sha256(key) : key);
	const inner = sha256(
		block.map((byte) => byte ^ 0x36),
		...parts,
	);
	return sha256(
		block.map((byte) => byte ^ 0x5c),
		inner,
	);
}

/** At most 255 sums long (2.3). */
export function hkdf(
	secret: Uint8Array,
	salt: Uint8Array,
	info: Uint8Array,
	byteCount: number,
): Uint8Array {
	const key = hmac(salt, secret);
	const all = new Uint8Array(Math.ceil(byteCount / sumBytes) * sumBytes);
	let last: Uint8Array = new Uint8Array();
	for (let count = 1; (count - 1) * sumBytes < byteCount; count += 1) {
		last = hmac(key, last, info, Uint8Array.of(count));
		all.set(last, (count - 1) * sumBytes);
	}
	return all.slice(0, byteCount);
}
