// Codes that are whole by every checksum, and hold far more than they are long.

import { armor } from "../../../src/codec/base32.ts";
import { varint } from "../../../src/codec/bytes.ts";
import { wrap } from "../../../src/codec/envelope.ts";
import { compress } from "../../../src/codec/lz.ts";

export function bombs(): readonly string[] {
	const made = { shape: "full", minute: 0, replyTo: null } as const;
	// The longest line that the reader knows by heart, over and over.
	const step = [...varint(1 * 4 + 1), ...varint(2 * 24)];
	const again = [...varint(1 * 4 + 1), ...varint(1)];
	const told = [...step, ...Array.from({ length: 600 }, () => again).flat()];
	const bodies: readonly (readonly [number, Iterable<number>])[] = [
		[0, compress("a=x".repeat(100_000))],
		[1, [...varint(told.length), ...told, 9, 9]],
		[2, compress("a=x".repeat(100_000))],
		[2, compress("\xff".repeat(16_000))],
	];
	return bodies.map(
		([flags, body]) =>
			`PGNA${armor(wrap({ ...made, flags, body: Uint8Array.from(body) }))}`,
	);
}
