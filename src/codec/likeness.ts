// Where lines that are to be written were said before: the same, for as long as possible, or alike.
// Only the writer needs this; any other choice would be read as well.

import { book } from "./book.ts";

/** How far back the writer's own lines are searched. */
const maxOwnLines = 256;

export function longestRun(
	lines: readonly string[],
	at: number,
	known: readonly string[],
	starts: readonly number[],
	pointer: number,
): { readonly place: number; readonly count: number } {
	let best = { place: pointer, count: 0 };
	for (const place of [pointer, ...starts]) {
		let count = 0;
		while (
			at + count < lines.length &&
			place + count < known.length &&
			known[place + count] === lines[at + count]
		)
			count += 1;
		// Of equally long ones the nearest, which takes the fewest bytes to say.
		const isNearer = Math.abs(place - pointer) < Math.abs(best.place - pointer);
		if (count > best.count || (count === best.count && isNearer))
			best = { place, count };
	}
	return best;
}

export function mostAlike(
	line: string,
	known: readonly string[],
	pointer: number,
) {
	let best = { place: 0, start: 0, end: 0 };
	for (const [place, other] of known.entries()) {
		if (place >= book.length && place < known.length - maxOwnLines) continue;
		const start = commonStart(line, other);
		const end = commonEnd(line, other, start);
		const gain = start + end - best.start - best.end;
		const isNearer = Math.abs(place - pointer) < Math.abs(best.place - pointer);
		if (gain > 0 || (gain === 0 && isNearer)) best = { place, start, end };
	}
	return best;
}

function commonStart(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let count = 0;
	while (count < most && a.charCodeAt(count) === b.charCodeAt(count))
		count += 1;
	return count;
}

function commonEnd(a: string, b: string, taken: number): number {
	const most = Math.min(a.length, b.length) - taken;
	let count = 0;
	while (
		count < most &&
		a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)
	)
		count += 1;
	return count;
}
