// What two devices say about files. "Sender" is whoever has the file; numbers are the sender's own.
// Everything may be said again after an interruption: saying it twice means the same as saying it once.

import { bad, good, type Result } from "../lib/result.ts";
import { type Fields, isText, readFields } from "./json.ts";
import type { WireProblem } from "./problem.ts";

export type FileAbout = {
	readonly id: number;
	/** A secret of these two: by it, either can ask to go on with this file in a later session. */
	readonly token: string;
	/** Files that were given at once, as a folder's are, have one number. */
	readonly batch: number;
	readonly name: string;
	/** The folders around it, outermost first. */
	readonly folders: readonly string[];
	readonly bytes: number;
	readonly type: string;
	readonly modifiedAt: number;
};

/** Why a file will not arrive. */
export type FileEnd =
	| "declined"
	| "cancelled"
	| "noRoom"
	| "tooLarge"
	/** Of any file, anywhere. */
	| "overLimit"
	| "notStored"
	| "damaged"
	| "misbehaved"
	| "changed"
	| "unreadable";

export type FileMessage =
	// From the sender.
	| { readonly type: "announce"; readonly file: FileAbout }
	| { readonly type: "pause"; readonly id: number; readonly is: boolean }
	/** All blocks have been sent; this is the sum over their sums. */
	| { readonly type: "whole"; readonly id: number; readonly root: string }
	| { readonly type: "withdraw"; readonly id: number; readonly why: FileEnd }
	// From the receiver.
	/** Yes; so many blocks are here already, and this is the sum over their sums. */
	| {
			readonly type: "go";
			readonly id: number;
			readonly blocks: number;
			readonly root: string;
	  }
	| { readonly type: "have"; readonly id: number; readonly blocks: number }
	| { readonly type: "hold"; readonly id: number; readonly is: boolean }
	| { readonly type: "complete"; readonly id: number }
	| { readonly type: "refuse"; readonly id: number; readonly why: FileEnd }
	/** A file of an earlier session is half here: please send it again. */
	| {
			readonly type: "ask";
			readonly token: string;
			readonly name: string;
			readonly bytes: number;
	  }
	// From either, about a file that has arrived.
	| {
			readonly type: "sum";
			readonly id: number;
			readonly isSender: boolean;
			readonly sha256: string;
	  };

export const fileLimits = {
	nameChars: 1_024,
	folders: 32,
	typeChars: 128,
	/** What the number of a block and exact arithmetic leave room for, and far more than a disk has: 1 TiB. */
	bytes: 2 ** 40,
	messageChars: 64_000,
} as const;

const maxId = 2 ** 32 - 1;

const ends: ReadonlySet<unknown> = new Set<FileEnd>([
	"declined",
	"cancelled",
	"noRoom",
	"tooLarge",
	"overLimit",
	"notStored",
	"damaged",
	"misbehaved",
	"changed",
	"unreadable",
]);

const isCount = (value: unknown, most: number): value is number =>
	Number.isSafeInteger(value) &&
	(value as number) >= 0 &&
	(value as number) <= most;
const isId = (value: unknown): value is number => isCount(value, maxId);
const isBytes = (value: unknown): value is number =>
	isCount(value, fileLimits.bytes);
const isSha256 = (value: unknown): value is string =>
	typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
const isToken = (value: unknown): value is string =>
	typeof value === "string" && /^[0-9a-z]{16,64}$/.test(value);
const isEnd = (value: unknown): value is FileEnd => ends.has(value);
const isName = (value: unknown): value is string =>
	isText(value, fileLimits.nameChars);

function readAbout(value: unknown): FileAbout | null {
	if (typeof value !== "object" || value === null) return null;
	const about = value as Record<keyof FileAbout, unknown>;
	const { id, token, batch, name, folders, bytes, type, modifiedAt } = about;
	const isFit =
		isId(id) &&
		isToken(token) &&
		isId(batch) &&
		isName(name) &&
		Array.isArray(folders) &&
		folders.length <= fileLimits.folders &&
		folders.every(isName) &&
		// Even one that is over the limit is to be answered, or it would be waited for.
		isCount(bytes, Number.MAX_SAFE_INTEGER) &&
		isText(type, fileLimits.typeChars) &&
		isCount(modifiedAt, Number.MAX_SAFE_INTEGER);
	if (!isFit) return null;
	// Field by field: whatever else is in there stays outside.
	return { id, token, batch, name, folders, bytes, type, modifiedAt };
}

type Reader = (fields: Fields) => FileMessage | null;

const readSwitch =
	(type: "pause" | "hold"): Reader =>
	({ id, is }) =>
		isId(id) && typeof is === "boolean" ? { type, id, is } : null;

const readEnd =
	(type: "withdraw" | "refuse"): Reader =>
	({ id, why }) =>
		isId(id) && isEnd(why) ? { type, id, why } : null;

const readers: Readonly<Record<FileMessage["type"], Reader>> = {
	announce: ({ file }) => {
		const about = readAbout(file);
		return about ? { type: "announce", file: about } : null;
	},
	pause: readSwitch("pause"),
	hold: readSwitch("hold"),
	withdraw: readEnd("withdraw"),
	refuse: readEnd("refuse"),
	whole: ({ id, root }) =>
		isId(id) && isSha256(root) ? { type: "whole", id, root } : null,
	go: ({ id, blocks, root }) =>
		isId(id) && isId(blocks) && isSha256(root)
			? { type: "go", id, blocks, root }
			: null,
	have: ({ id, blocks }) =>
		isId(id) && isId(blocks) ? { type: "have", id, blocks } : null,
	complete: ({ id }) => (isId(id) ? { type: "complete", id } : null),
	ask: ({ token, name, bytes }) =>
		isToken(token) && isName(name) && isBytes(bytes)
			? { type: "ask", token, name, bytes }
			: null,
	sum: ({ id, isSender, sha256 }) =>
		isId(id) && typeof isSender === "boolean" && isSha256(sha256)
			? { type: "sum", id, isSender, sha256 }
			: null,
};

export function writeFileMessage(message: FileMessage): string {
	return JSON.stringify(message);
}

export function readFileMessage(
	data: unknown,
): Result<FileMessage, WireProblem> {
	const fields = readFields(data, fileLimits.messageChars);
	if (!fields.ok) return fields;
	const { type } = fields.value;
	if (typeof type !== "string" || !Object.hasOwn(readers, type))
		return bad("unknownType");
	const message = readers[type as FileMessage["type"]](fields.value);
	return message ? good(message) : bad("badField");
}
