// The kinds of text in an SDP that are random or numeric, each ⇄ bytes under a sign of its own.
// A text is taken only if its bytes give back exactly it, so a form has one way of writing.

import { packAddress, unpackAddress } from "./address.ts";
import { type Cursor, hex, unhex } from "./bytes.ts";
import { packSextets, sextetBytes, unpackSextets } from "./sextets.ts";

type Packed = { readonly sign: string; readonly bytes: readonly number[] };

/** Signs are letters that no SDP has; one that has them is written without any of this. */
const unpackers = new Map<string, (cursor: Cursor) => string | null>([
	["¤", (cursor) => writeFingerprint(cursor.take(32))],
	["§", (cursor) => writeUuid(hex(cursor.take(16)))],
	["¶", unpackWord],
	["¹", (cursor) => unpackNumber(cursor.take(2))],
	["²", (cursor) => unpackNumber(cursor.take(4))],
	["³", (cursor) => unpackNumber(cursor.take(8))],
	["·", (cursor) => unpackAddress("ipv4", cursor)],
	["÷", (cursor) => unpackAddress("ipv6", cursor)],
]);

export const signs = [...unpackers.keys()].join("");

export const unpackField = (sign: string, cursor: Cursor): string | null =>
	unpackers.get(sign)?.(cursor) ?? null;

const kinds: readonly {
	readonly pattern: string;
	readonly pack: (text: string) => Packed | null;
}[] = [
	{
		pattern: "(?<=sha-256 )(?:[0-9A-F]{2}:){31}[0-9A-F]{2}",
		pack: (text) => ({ sign: "¤", bytes: unhex(text.replaceAll(":", "")) }),
	},
	{
		pattern: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
		pack: (text) => ({ sign: "§", bytes: unhex(text.replaceAll("-", "")) }),
	},
	{
		pattern: "(?<=(?:ufrag|pwd|cname|sctp-init):)[A-Za-z0-9+/]{1,127}(?![!-~])",
		pack: packWord,
	},
	{
		// No clock rate, which follows a slash, and not the usual sizes of a message.
		pattern: "(?<=[ :])(?<!size:)[1-9][0-9]{4,18}(?![!-~])",
		pack: packNumber,
	},
	{
		pattern:
			"(?<= )(?!0\\.0\\.0\\.0(?![!-~])|127\\.0\\.0\\.1(?![!-~]))[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![!-~])",
		pack: packPlainAddress,
	},
	{
		pattern: "(?<= )[0-9a-f]{0,4}:[0-9a-f:]{1,38}(?![!-~])",
		pack: packPlainAddress,
	},
];

export const fieldPattern = (): RegExp =>
	new RegExp(kinds.map(({ pattern }) => `(${pattern})`).join("|"), "g");

/** The kind is the place of the group of fieldPattern() that matched. */
export const packField = (kind: number, text: string): Packed | null =>
	kinds[kind]?.pack(text) ?? null;

/** In capitals: Firefox refuses small letters. */
export const writeFingerprint = (bytes: Uint8Array): string =>
	(hex(bytes).toUpperCase().match(/../g) ?? []).join(":");

const writeUuid = (digits: string): string =>
	digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** The first byte is how many letters of six bits there are, or how many bytes in hexadecimal. */
const hexBit = 128;

function packWord(text: string): Packed {
	const bytes = /^(?:[0-9a-f]{2})+$/.test(text)
		? [hexBit + text.length / 2, ...unhex(text)]
		: [text.length, ...packSextets(text)];
	return { sign: "¶", bytes };
}

function unpackWord(cursor: Cursor): string | null {
	const length = cursor.byte();
	if (length >= hexBit) return hex(cursor.take(length - hexBit));
	return unpackSextets(cursor.take(sextetBytes(length)), length);
}

function packNumber(text: string): Packed {
	const digits = BigInt(text).toString(16);
	const [sign, length] =
		digits.length <= 4 ? ["¹", 4] : digits.length <= 8 ? ["²", 8] : ["³", 16];
	return {
		sign: String(sign),
		bytes: unhex(digits.padStart(Number(length), "0")),
	};
}

const unpackNumber = (bytes: Uint8Array): string =>
	BigInt(`0x${hex(bytes) || "0"}`).toString();

function packPlainAddress(text: string): Packed | null {
	const packed = packAddress(text);
	if (packed?.family === "ipv4") return { sign: "·", bytes: packed.bytes };
	if (packed?.family === "ipv6") return { sign: "÷", bytes: packed.bytes };
	return null;
}
