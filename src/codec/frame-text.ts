// One frame ⇄ its digits. They begin with a 9, and those of a code never do: seven bytes as a number stay below it.
// So nothing is both, and every single wrong digit is noticed, as in a code.

import { createCursor, uint16 } from "./bytes.ts";
import { checksum, hasChecksum } from "./checksum.ts";
import { fromDigits, toDigits } from "./decimal.ts";

export type Frame = {
	readonly number: number;
	/** Of the whole, in bytes. */
	readonly length: number;
	readonly checksum: number;
	readonly piece: Uint8Array;
};

const mark = "9";
const checksumBytes = 2;

export function packFrame(frame: Frame): string {
	const bytes = [
		frame.number,
		...uint16(frame.length),
		...uint16(frame.checksum >>> 16),
		...uint16(frame.checksum & 0xffff),
		...frame.piece,
	];
	return mark + toDigits(Uint8Array.from([...bytes, ...checksum(bytes)]));
}

export function unpackFrame(digits: string): Frame | null {
	if (!digits.startsWith(mark)) return null;
	const bytes = fromDigits(digits.slice(mark.length));
	if (bytes === null || !hasChecksum(bytes)) return null;
	const cursor = createCursor(bytes);
	const frame = {
		number: cursor.byte(),
		length: cursor.uint16(),
		checksum: cursor.uint16() * 65536 + cursor.uint16(),
		piece: cursor.take(cursor.rest() - checksumBytes),
	};
	return cursor.hasFailed() ? null : frame;
}
