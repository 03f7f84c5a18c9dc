// Finds codes in whatever a person pastes: an email, a chat, a link, a rewritten link.
// It proposes several readings of each place; the checksum alone decides which is right.

import { bad } from "../lib/result.ts";
import { lettersFor, unarmor } from "./base32.ts";
import { digitsFor, fromDigits } from "./decimal.ts";
import { type Envelope, lengthOf, unwrap } from "./envelope.ts";
import { isUnbroken, type Joined, joinAll, joinLong } from "./join.ts";
import type { Unread } from "./problem.ts";
import { type Budget, type Word, wordsFrom } from "./words.ts";

/** Letters or digits: how many characters some bytes take, and the bytes of some characters. */
type Spelling = {
	readonly charactersFor: (byteCount: number) => number;
	readonly decode: (characters: string) => Uint8Array | null;
	/** So many characters are whole bytes and hold the length. */
	readonly peek: number;
};

const letters: Spelling = {
	charactersFor: lettersFor,
	decode: unarmor,
	peek: 8,
};
const digits: Spelling = {
	charactersFor: digitsFor,
	decode: fromDigits,
	peek: 17,
};

// Up to eight characters that are not letters may stand between any two: wraps, quotation marks.
const mark = /p[^a-z0-9]{0,8}g[^a-z0-9]{0,8}n[^a-z0-9]{0,8}[ab]/gi;
// The number sign of a link may itself have been rewritten as %23, %2523, -23 or &#35;.
const run = /(#|%(?:25)*23|-23|&#35;)?([0-9](?:[^0-9A-Za-z#]{0,8}[0-9])*)/g;
/** Telephone numbers, times and prices are shorter than that; every code is longer. */
const minDigits = 40;
const minDigitsOfLink = 8;
/** A list of numbers, or number 12345678 of anything, is not a code that was damaged. */
const unbroken = /[0-9]{17}/;
/** Bounds the work on a text that is made of nothing but marks. */
const maxAttempts = 64;
const maxWork = 2 ** 18;
/** Letters of names, times and greetings that may stand between the pieces of one code. */
const maxBetween = 2000;

type Start = {
	readonly at: number;
	readonly spelling: Spelling;
	/** Whether it can only be a code, so that it is worth saying what is wrong with it. */
	readonly isCertain: boolean;
};

export function findCodes(text: string): {
	readonly envelopes: readonly Envelope[];
	readonly problem: Unread;
} {
	const budget = { left: maxWork };
	const envelopes: Envelope[] = [];
	let problem: Unread = bad("notACode");
	for (const start of starts(text)) {
		const found = attempt(text, start, budget);
		if ("shape" in found) envelopes.push(found);
		else if (problem.problem === "notACode" && start.isCertain) problem = found;
	}
	return { envelopes, problem };
}

function starts(text: string): readonly Start[] {
	const found: Start[] = [];
	for (const match of text.matchAll(mark)) {
		const at = match.index + match[0].length;
		found.push({ at, spelling: letters, isCertain: true });
		if (found.length >= maxAttempts) return found;
	}
	for (const match of text.matchAll(run)) {
		const [, sign = "", characters = ""] = match;
		const min = sign === "" ? minDigits : minDigitsOfLink;
		if (characters.length < min) continue;
		const isCertain = unbroken.test(characters);
		found.push({ at: match.index + sign.length, spelling: digits, isCertain });
		if (found.length >= maxAttempts) return found;
	}
	return found;
}

function attempt(
	text: string,
	{ at, spelling }: Start,
	budget: Budget,
): Envelope | Unread {
	const source = wordsFrom(text, at, budget);
	const words: Word[] = [];
	pull(source, words, spelling.peek);
	const start = joinAll(words, spelling.peek).characters;
	if (start.length < spelling.peek) return bad("cutOff");
	const length = lengthOf(spelling.decode(start) ?? new Uint8Array());
	if (length === null) return bad("damaged");
	const wanted = spelling.charactersFor(length);
	pull(source, words, wanted);
	const whole = check(joinAll(words, wanted), wanted, spelling);
	if (whole !== null) return whole;
	pull(source, words, wanted * 2 + maxBetween);
	const long = joinLong(words, wanted);
	const pieced = check(long, wanted, spelling);
	if (pieced !== null) return pieced;
	const { characters } = isUnbroken(words) ? long : joinAll(words, wanted);
	const missing = wanted - characters.length;
	if (missing === 0) return bad("damaged");
	return { ok: false, problem: "cutOff", missing };
}

function pull(source: Generator<Word>, words: Word[], letterCount: number) {
	let count = words.reduce((sum, { letters }) => sum + letters.length, 0);
	while (count < letterCount) {
		const next = source.next();
		if (next.done) return;
		words.push(next.value);
		count += next.value.letters.length;
	}
}

function check(
	{ characters, isGlued }: Joined,
	wanted: number,
	spelling: Spelling,
): Envelope | null {
	if (characters.length < wanted || isGlued) return null;
	const bytes = spelling.decode(characters);
	return bytes === null ? null : unwrap(bytes);
}
