// How a locked code looks from outside: one way of sealing, a salt, and what nobody can read.
// Nothing in it depends on what it holds but its length.

import { armor } from "./base32.ts";
import { type Envelope, enclose } from "./envelope.ts";
import { marks } from "./marks.ts";
import type { LockedCode } from "./problem.ts";

const lockedShape = 2 * 64;
/** 0 was written before there was any; others are free. */
const way = 1;
export const lockedFirst = lockedShape + way;

export const saltBytes = 8;
const tagBytes = 16;
/** First byte and minute: less than that is no code. */
const minPlainBytes = 3;

/** A way of sealing that this reader does not know is of a newer version. */
export const isLocked = ({ shape, flags, body }: Envelope): boolean =>
	shape === "locked" &&
	flags === way &&
	body.length >= saltBytes + tagBytes + minPlainBytes;

export function asLocked({ body }: Envelope): LockedCode {
	return {
		// The mark says what the bytes do not: the same for all.
		text: marks.invite + armor(enclose(lockedFirst, body)),
		salt: body.slice(0, saltBytes),
		sealed: body.slice(saltBytes),
	};
}
