// What every code has, whatever it holds: first byte, length, minute, tag, checksum.
// This layout is for good: a reader must be able to tell a code from the future from a broken one.

import { createCursor, uint16, varint } from "./bytes.ts";
import { checksum, hasChecksum } from "./checksum.ts";
import { isTag, writeTag } from "./identity.ts";

/** By the top two bits of the first byte; a locked code, and the future, are not read yet. */
const shapes = ["card", "full", "locked", "future"] as const;

export type Envelope = {
	readonly shape: (typeof shapes)[number];
	/** Five bits that belong to the shape. */
	readonly flags: number;
	readonly minute: number;
	readonly replyTo: string | null;
	readonly body: Uint8Array;
};

const tagBit = 32;
const checksumBytes = 2;
/** Many times what any real description takes, and little enough to be read at once. */
const maxRest = 2 ** 14;

export function wrap(envelope: Envelope): Uint8Array {
	const { shape, flags, minute, replyTo, body } = envelope;
	const tag =
		replyTo !== null && isTag(replyTo)
			? uint16(Number.parseInt(replyTo, 16))
			: [];
	const first =
		shapes.indexOf(shape) * 64 + (tag.length > 0 ? tagBit : 0) + flags;
	const rest = 2 + tag.length + body.length + checksumBytes;
	if (rest > maxRest) throw new RangeError("the description is too long");
	const bytes = [first, ...varint(rest), ...uint16(minute), ...tag, ...body];
	return Uint8Array.from([...bytes, ...checksum(bytes)]);
}

/** How long the whole code is, by its first bytes; null when they do not say or say nonsense. */
export function lengthOf(start: Uint8Array): number | null {
	const cursor = createCursor(start);
	cursor.byte();
	const rest = cursor.varint();
	if (cursor.hasFailed() || rest > maxRest || rest < 4) return null;
	return start.length - cursor.rest() + rest;
}

export function unwrap(bytes: Uint8Array): Envelope | null {
	if (lengthOf(bytes) !== bytes.length || !hasChecksum(bytes)) return null;
	const cursor = createCursor(bytes);
	const first = cursor.byte();
	cursor.varint();
	const minute = cursor.uint16();
	const replyTo = (first & tagBit) === 0 ? null : writeTag(cursor.uint16());
	const body = cursor.take(cursor.rest() - checksumBytes);
	const shape = shapes[first >> 6];
	if (shape === undefined || cursor.hasFailed()) return null;
	return { shape, flags: first & 31, minute, replyTo, body };
}
