// Seals a code by a passphrase, and opens it again. The passphrase decides alone: a wrong one is told from a right one
// by the tag of AES-GCM, and by nothing before. FORMAT.md, section 7, says why it is built like this.

import { armor } from "./base32.ts";
import { createCursor } from "./bytes.ts";
import { open, type ReadCode, type WrittenCode } from "./code.ts";
import { toDigits } from "./decimal.ts";
import { enclose, headOf, unwrap } from "./envelope.ts";
import { lockedFirst, saltBytes } from "./locked.ts";
import { marks } from "./marks.ts";
import type { LockedCode } from "./problem.ts";

/** All that PBKDF2-SHA-256 and AES-256-GCM are told. */
export type Seal = {
	readonly passphrase: string;
	readonly salt: Uint8Array;
	readonly rounds: number;
	readonly nonce: Uint8Array;
	/** What is not secret, but must not be changed. */
	readonly head: Uint8Array;
};

/** The browser's own cryptography, or a test's. */
export interface Sealer {
	/** The sealed bytes with their tag of 16 bytes behind them. */
	seal(by: Seal, plain: Uint8Array): Promise<Uint8Array>;
	/** Null when the tag does not fit. */
	unseal(by: Seal, sealed: Uint8Array): Promise<Uint8Array | null>;
}

export type Unlocked = {
	readonly code: ReadCode;
	/** The same code as it reads without a lock. */
	readonly text: string;
};

export type UnlockProblem = "wrongPassphrase" | "damaged" | "newerVersion";

// OWASP's Password Storage Cheat Sheet asks for 600,000; this one is guessed at offline for as long as anybody likes.
const rounds = 1_000_000;
// Sets these keys apart from whatever else the same words open somewhere.
const saltPrefix = Array.from("Pigeon 1", (letter) => letter.charCodeAt(0));
const checksumBytes = 2;

/** So that what is read aloud, and typed on a telephone, is the same: no capitals, one space between words. */
export const tidy = (passphrase: string): string =>
	passphrase
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\s\u2010-\u2015_.,;-]+/gu, " ")
		.trim();

const sealOf = (
	passphrase: string,
	salt: Uint8Array,
	sealedCount: number,
): Seal => ({
	passphrase: tidy(passphrase),
	salt: Uint8Array.from([...saltPrefix, ...salt]),
	rounds,
	// Each key seals one code only, because each code has a salt of its own: so the nonce need not differ.
	nonce: new Uint8Array(12),
	head: Uint8Array.from(headOf(lockedFirst, saltBytes + sealedCount)),
});

/** `salt`: eight random bytes that never served before. */
export async function lock(
	code: WrittenCode,
	passphrase: string,
	salt: Uint8Array,
	sealer: Sealer,
): Promise<WrittenCode> {
	if (salt.length !== saltBytes) throw new RangeError("a salt is eight bytes");
	const plain = withoutLength(code.bytes);
	const sealedCount = plain.length + 16;
	const sealed = await sealer.seal(
		sealOf(passphrase, salt, sealedCount),
		plain,
	);
	const bytes = enclose(lockedFirst, Uint8Array.from([...salt, ...sealed]));
	return {
		...code,
		bytes,
		text: marks.invite + armor(bytes),
		digits: toDigits(bytes),
	};
}

export async function unlock(
	{ salt, sealed }: LockedCode,
	passphrase: string,
	sealer: Sealer,
	now: number,
): Promise<Unlocked | UnlockProblem> {
	const plain = await sealer.unseal(
		sealOf(passphrase, salt, sealed.length),
		sealed,
	);
	if (plain === null) return "wrongPassphrase";
	const [first = 0, ...inside] = plain;
	const bytes = enclose(first, Uint8Array.from(inside));
	const envelope = unwrap(bytes);
	if (envelope === null) return "damaged";
	const code = open(envelope, now);
	if (typeof code === "string") return code;
	return { code, text: marks[code.kind] + armor(bytes) };
}

/** The tag does the checksum's work, and the length follows from the sealed one's. */
function withoutLength(bytes: Uint8Array): Uint8Array {
	const cursor = createCursor(bytes);
	const first = cursor.byte();
	cursor.varint();
	return Uint8Array.from([
		first,
		...cursor.take(cursor.rest() - checksumBytes),
	]);
}
