// Ways to put the pieces of a broken code together again. Each gives at most as many characters
// as are wanted; which one was right, the checksum says.

import type { Word } from "./words.ts";

export type Joined = {
	readonly characters: string;
	/** More of the same word stands behind the last character, so this is not where a code ends. */
	readonly isGlued: boolean;
};

/** Shorter words are prose; lines that a mail program broke are longer. */
const minPiece = 20;

/** Everything counts: for codes that were wrapped, quoted or written in groups. */
export const joinAll = (words: readonly Word[], wanted: number): Joined =>
	join(words, wanted, () => true);

/** Long words and a last piece that fits: for names, times and greetings between the pieces. */
export const joinLong = (words: readonly Word[], wanted: number): Joined =>
	join(
		words,
		wanted,
		({ letters }, missing) =>
			letters.length >= minPiece || letters.length === missing,
	);

export const isUnbroken = (words: readonly Word[]): boolean =>
	(words.at(0)?.letters.length ?? 0) >= minPiece;

function join(
	words: readonly Word[],
	wanted: number,
	isPiece: (word: Word, missing: number) => boolean,
): Joined {
	let characters = "";
	for (const word of words) {
		const missing = wanted - characters.length;
		if (!isPiece(word, missing)) continue;
		characters += word.letters.slice(0, missing);
		if (characters.length < wanted) continue;
		const left = word.letters.slice(missing);
		return { characters, isGlued: left !== "" && !isTime(left, word.next) };
	}
	return { characters, isGlued: false };
}

/** Chats print the time of a message right behind its last letter. */
const isTime = (left: string, next: string): boolean =>
	/^[0-9]{1,2}$/.test(left) && /^[:.][0-9]{2}/.test(next);
