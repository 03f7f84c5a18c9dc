// The letters and digits of a text from some place on, without what messengers put between them.
// Reads no further than it is asked to, and gives up when its budget is spent.

export type Word = {
	readonly letters: string;
	/** What stands right behind it. */
	readonly next: string;
};

export type Budget = { left: number };

/** Entities, percent signs, tags, escaped line ends: letters that are not letters of the text. */
const noise =
	/&(?:amp;)*(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][0-9a-z]{1,30});|%(?:25)*[0-9a-f]{2}|<\/?[a-z][0-9a-z]{0,15}(?:\s[^<>]{0,500})?\/?>|\\(?:[nrt]|u[0-9a-f]{4})|=[0-9a-f]{2}(?![0-9a-z])/iy;
const noiseStarts = "&%<\\=";

/** Soft hyphens, zero-width characters and marks of direction do not even end a word. */
const isInvisible = (code: number): boolean =>
	code === 0xad ||
	(code >= 0x200b && code <= 0x200f) ||
	(code >= 0x202a && code <= 0x202e) ||
	(code >= 0x2060 && code <= 0x206f) ||
	(code >= 0xfe00 && code <= 0xfe0f) ||
	code === 0xfeff;

const isLetter = (code: number): boolean =>
	(code >= 48 && code <= 57) ||
	(code >= 65 && code <= 90) ||
	(code >= 97 && code <= 122);

export function* wordsFrom(
	text: string,
	from: number,
	budget: Budget,
): Generator<Word> {
	let at = from;
	let letters = "";
	while (at < text.length && budget.left > 0) {
		const start = at;
		while (isLetter(text.charCodeAt(at)) && at - start < budget.left) at += 1;
		budget.left -= at - start + 1;
		if (at > start) {
			letters += text.slice(start, at);
		} else if (isInvisible(text.charCodeAt(at))) {
			at += 1;
		} else {
			if (letters !== "") {
				yield { letters, next: text.slice(at, at + 3) };
				letters = "";
			}
			at = afterNoise(text, at);
		}
	}
	if (letters !== "") yield { letters, next: text.slice(at, at + 3) };
}

function afterNoise(text: string, at: number): number {
	if (!noiseStarts.includes(text.charAt(at))) return at + 1;
	noise.lastIndex = at;
	return noise.test(text) ? noise.lastIndex : at + 1;
}
