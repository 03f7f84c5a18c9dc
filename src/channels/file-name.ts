// What somebody else calls a file, made fit to be shown and to be a name on any disk. A name can lie
// about its kind: the ending is what decides, so it can be had apart.

import { withoutUnseen } from "../lib/unseen.ts";

const maxNameBytes = 180;
const maxEndingChars = 16;

// Windows takes none of these, and gives a colon a meaning of its own.
const forbidden = /[<>:"|?*]/g;
// Names of devices there, whatever follows the first dot.
const reserved =
	/^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?:\.|$)/i;

export type SplitName = { readonly stem: string; readonly ending: string };

/** "photo.jpg" → "photo" and ".jpg"; an ending is short and stands after something. */
export function splitName(name: string): SplitName {
	const dot = name.lastIndexOf(".");
	const isEnding = dot > 0 && name.length - dot <= maxEndingChars;
	return isEnding
		? { stem: name.slice(0, dot), ending: name.slice(dot) }
		: { stem: name, ending: "" };
}

export function safeName(name: string): string {
	const last = name.split(/[/\\]/).at(-1) ?? "";
	return tidy(last) || "file";
}

export function safeFolders(folders: readonly string[]): readonly string[] {
	return folders
		.flatMap((folder) => folder.split(/[/\\]/))
		.filter((folder) => !/^\s*\.*\s*$/.test(folder))
		.map(tidy)
		.filter((folder) => folder !== "");
}

/** The same name for the second one: "a.txt" → "a (2).txt". */
export function numbered(name: string, number: number): string {
	const { stem, ending } = splitName(name);
	return number < 2 ? name : `${stem} (${number})${ending}`;
}

function tidy(name: string): string {
	const clean = withoutUnseen(name)
		.normalize("NFC")
		.replace(forbidden, "_")
		// A leading dot hides a file, a trailing one disappears on Windows and takes the ending with it.
		.replace(/[. ]+$/, "")
		.replace(/^[. ]+/, (found) => (found.includes(".") ? "_" : ""));
	const short = shorten(clean);
	return reserved.test(short) ? `_${short}` : short;
}

function shorten(name: string): string {
	const { stem, ending } = splitName(name);
	const room = maxNameBytes - byteLength(ending);
	let kept = "";
	let length = 0;
	for (const character of stem) {
		length += byteLength(character);
		if (length > room) break;
		kept += character;
	}
	return (kept + ending).replace(/[. ]+$/, "");
}

function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}
