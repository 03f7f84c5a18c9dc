// lz-string, with a bound: how long the text would become is counted before any of it is made,
// because a few hundred hostile bytes can ask for gigabytes.

import LzString from "lz-string";

export const compress = (text: string): Uint8Array =>
	LzString.compressToUint8Array(text);

export function decompress(
	bytes: Uint8Array,
	maxLength: number,
): string | null {
	// It works in units of two bytes and throws at half a one.
	if (bytes.length % 2 === 1) return null;
	const length = expandedLength(bytes, maxLength);
	if (length === null) return null;
	const text = LzString.decompressFromUint8Array(bytes);
	return text.length === length ? text : null;
}

/** Follows the stream as the decompressor would, but keeps only how long each entry is. */
function expandedLength(bytes: Uint8Array, maxLength: number): number | null {
	const bits = createBits(bytes);
	// The first three numbers are commands: a new 8-bit letter, a new 16-bit letter, the end.
	const lengths = [0, 0, 0];
	let width = 2;
	let room = 1;
	let total = 0;
	let previous = 0;
	const grow = () => {
		room -= 1;
		if (room > 0) return;
		room = 2 ** width;
		width += 1;
	};
	while (!bits.isSpent()) {
		let number = bits.read(width);
		if (number === 2) return total;
		if (number < 2) {
			bits.read(number === 0 ? 8 : 16);
			number = lengths.push(1) - 1;
			grow();
		}
		// The number that comes next means the last entry and its own first letter.
		const isNext = number === lengths.length && previous > 0;
		const known = isNext ? previous + 1 : lengths[number];
		if (known === undefined) return null;
		total += known;
		if (total > maxLength) return null;
		if (previous > 0) {
			lengths.push(previous + 1);
			grow();
		}
		previous = known;
	}
	return null;
}

/** lz-string writes every number with its lowest bit first. */
function createBits(bytes: Uint8Array) {
	let position = 0;
	return {
		isSpent: () => position >= bytes.length * 8,
		read(count: number): number {
			let value = 0;
			for (let bit = 0; bit < count; bit += 1) {
				const byte = bytes[position >> 3] ?? 0;
				value |= ((byte >> (7 - (position & 7))) & 1) << bit;
				position += 1;
			}
			return value;
		},
	};
}
