// Lines ⇄ the shortest way to say them with the help of the book and of the lines before.
// Reading is bounded by the length of what it makes, whatever the bytes ask for.

import { book } from "./book.ts";
import { type Cursor, createCursor, varint } from "./bytes.ts";
import { longestRun, mostAlike } from "./likeness.ts";

// Every step is a number times four plus one of these.
const goOn = 0; // that many lines from where the last one was
const jump = 1; // that many lines from elsewhere, which follows as a distance
const spell = 2; // a line of that many characters, which follow
const alter = 3; // a line like that many lines away: how much to keep at its start, at its end, the rest
const lineEnd = "\r\n";

const maxPlaces = 32;
/** Fewer characters in common are not worth the four numbers. */
const minKept = 6;

export function fold(text: string): number[] {
	const lines = text.split(lineEnd);
	const known = [...book];
	const places = new Map<string, number[]>();
	for (const [place, line] of known.entries()) remember(places, line, place);
	const steps: number[] = [];
	let pointer = 0;
	let at = 0;
	while (at < lines.length) {
		const line = lines[at] ?? "";
		const run = longestRun(lines, at, known, places.get(line) ?? [], pointer);
		if (run.count > 0) {
			const { place, count } = run;
			if (place === pointer) steps.push(...varint(count * 4 + goOn));
			else
				steps.push(
					...varint(count * 4 + jump),
					...varint(zigzag(place - pointer)),
				);
			pointer = place + count;
			at += count;
			continue;
		}
		const like = mostAlike(line, known, pointer);
		if (like.start + like.end < minKept) {
			spellOut(steps, varint(line.length * 4 + spell), line);
		} else {
			const middle = line.slice(like.start, line.length - like.end);
			const head = [
				...varint(zigzag(like.place - pointer) * 4 + alter),
				...varint(like.start),
				...varint(like.end),
				...varint(middle.length),
			];
			spellOut(steps, head, middle);
			pointer = like.place + 1;
		}
		remember(places, line, known.length);
		known.push(line);
		at += 1;
	}
	return steps;
}

export function unfold(bytes: Uint8Array, maxLength: number): string | null {
	const cursor = createCursor(bytes);
	const known = [...book];
	const lines: string[] = [];
	let pointer = 0;
	let length = -lineEnd.length;
	while (cursor.rest() > 0 && length <= maxLength) {
		const step = cursor.varint();
		const amount = Math.floor(step / 4);
		const kind = step % 4;
		if (kind === jump) pointer += unzigzag(cursor.varint());
		if (kind === goOn || kind === jump) {
			for (let count = 0; count < amount; count += 1) {
				const line = known[pointer];
				if (line === undefined) return null;
				lines.push(line);
				length += line.length + lineEnd.length;
				pointer += 1;
			}
			continue;
		}
		const place = pointer + unzigzag(amount);
		const line =
			kind === spell ? read(cursor, amount) : alteration(cursor, known[place]);
		if (line === null) return null;
		if (kind === alter) pointer = place + 1;
		known.push(line);
		lines.push(line);
		length += line.length + lineEnd.length;
	}
	if (cursor.hasFailed() || length > maxLength) return null;
	return lines.join(lineEnd);
}

function alteration(cursor: Cursor, like: string | undefined): string | null {
	const start = cursor.varint();
	const end = cursor.varint();
	const middle = read(cursor, cursor.varint());
	if (like === undefined || middle === null) return null;
	if (start + end > like.length) return null;
	return like.slice(0, start) + middle + like.slice(like.length - end);
}

function remember(
	places: Map<string, number[]>,
	line: string,
	place: number,
): void {
	const list = places.get(line);
	if (list === undefined) places.set(line, [place]);
	else if (list.length < maxPlaces) list.push(place);
}

/** One by one: a line may be longer than a function can have arguments. */
function spellOut(steps: number[], head: readonly number[], text: string) {
	steps.push(...head);
	for (let at = 0; at < text.length; at += 1)
		steps.push(...varint(text.charCodeAt(at)));
}

function read(cursor: Cursor, length: number): string | null {
	// One byte is the least that a character takes.
	if (length > cursor.rest()) return null;
	let text = "";
	for (let at = 0; at < length; at += 1)
		text += String.fromCharCode(cursor.varint());
	return text;
}

const zigzag = (distance: number): number =>
	distance < 0 ? -2 * distance - 1 : 2 * distance;

const unzigzag = (value: number): number =>
	value % 2 === 1 ? -(value + 1) / 2 : value / 2;
