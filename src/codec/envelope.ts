// What every code has, whatever it holds: first byte, length, minute, tag, checksum.
// This layout is for good: a reader must be able to tell a code from the future from a broken one.

import { createCursor, uint16, varint } from "./bytes.ts";
import { checksum, hasChecksum } from "./checksum.ts";
import { isTag, writeTag } from "./identity.ts";

/** By the top two bits of the first byte; the future is not read yet. */
const shapes = ["card", "full", "locked", "future"] as const;

export type Envelope = {
	readonly shape: (typeof shapes)[number];
	/** Five bits that belong to the shape; in a locked code six. */
	readonly flags: number;
	readonly minute: number;
	readonly replyTo: string | null;
	readonly body: Uint8Array;
};

const tagBit = 32;
const checksumBytes = 2;
/** Many times what any real description takes, and little enough to be read at once. */
const maxRest = 2 ** 14;

/** The bytes between the length and the checksum, with both put around them. */
export function enclose(first: number, inside: Uint8Array): Uint8Array {
	const bytes = [...headOf(first, inside.length), ...inside];
	return Uint8Array.from([...bytes, ...checksum(bytes)]);
}

/** The first byte and the length. */
export function headOf(first: number, insideCount: number): number[] {
	const rest = insideCount + checksumBytes;
	if (rest > maxRest) throw new RangeError("the description is too long");
	return [first, ...varint(rest)];
}

export function wrap(envelope: Envelope): Uint8Array {
	const { shape, flags, minute, replyTo, body } = envelope;
	const tag =
		replyTo !== null && isTag(replyTo)
			? uint16(Number.parseInt(replyTo, 16))
			: [];
	const first =
		shapes.indexOf(shape) * 64 + (tag.length > 0 ? tagBit : 0) + flags;
	return enclose(first, Uint8Array.from([...uint16(minute), ...tag, ...body]));
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
	// What the others say in the open is sealed in a locked one.
	if (shapes[first >> 6] === "locked") {
		const body = cursor.take(cursor.rest() - checksumBytes);
		return {
			shape: "locked",
			flags: first & 63,
			minute: 0,
			replyTo: null,
			body,
		};
	}
	const minute = cursor.uint16();
	const replyTo = (first & tagBit) === 0 ? null : writeTag(cursor.uint16());
	const body = cursor.take(cursor.rest() - checksumBytes);
	const shape = shapes[first >> 6];
	if (shape === undefined || cursor.hasFailed()) return null;
	return { shape, flags: first & 31, minute, replyTo, body };
}
