// ICE user name and password ⇄ bytes, each browser's in its own alphabet.
// All three ways hold nothing but ice-chars (RFC 8839, section 5.4), so no field can end a line.

import { type Cursor, hex, unhex } from "./bytes.ts";
import {
	areSextets,
	packSextets,
	sextetBytes,
	unpackSextets,
} from "./sextets.ts";

export type Credentials = {
	readonly userName: string;
	readonly password: string;
};

/** "sextets" is Chromium and Safari, "hex" is Firefox, "spelled" is any length. */
export const credentialForms = ["sextets", "hex", "spelled"] as const;
export type CredentialForm = (typeof credentialForms)[number];

// RFC 8839: 4 to 256 and 22 to 256 characters.
const minUserName = 4;
const minPassword = 22;
const maxLength = 256;

const isWord = (word: string, min: number): boolean =>
	areSextets(word) && word.length >= min && word.length <= maxLength;

export const areCredentials = ({ userName, password }: Credentials): boolean =>
	isWord(userName, minUserName) && isWord(password, minPassword);

export function formOf({ userName, password }: Credentials): CredentialForm {
	if (/^[0-9a-f]{8} [0-9a-f]{32}$/.test(`${userName} ${password}`))
		return "hex";
	return userName.length === 4 && password.length === 24
		? "sextets"
		: "spelled";
}

export function packCredentials(credentials: Credentials): number[] {
	const { userName, password } = credentials;
	const form = formOf(credentials);
	if (form === "hex") return unhex(userName + password);
	const words = [...packSextets(userName), ...packSextets(password)];
	if (form === "sextets") return words;
	return [
		userName.length - minUserName,
		password.length - minPassword,
		...words,
	];
}

export function unpackCredentials(
	form: CredentialForm,
	cursor: Cursor,
): Credentials | null {
	if (form === "hex")
		return { userName: hex(cursor.take(4)), password: hex(cursor.take(16)) };
	const isFixed = form === "sextets";
	const userNameLength = isFixed ? 4 : cursor.byte() + minUserName;
	const passwordLength = isFixed ? 24 : cursor.byte() + minPassword;
	const userName = readSextets(userNameLength, cursor);
	const password = readSextets(passwordLength, cursor);
	if (userName === null || password === null) return null;
	const credentials = { userName, password };
	// One meaning has one spelling, and the lengths are the standard's.
	if (!areCredentials(credentials)) return null;
	return isFixed || formOf(credentials) === "spelled" ? credentials : null;
}

const readSextets = (length: number, cursor: Cursor): string | null =>
	unpackSextets(cursor.take(sextetBytes(length)), length);
