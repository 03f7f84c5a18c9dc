// An SDP ⇄ its skeleton, where a sign stands for each random or numeric field, and their bytes.
// A value that comes again is only recalled: SDP repeats itself in every section.

import { type Cursor, createCursor } from "./bytes.ts";
import { fieldPattern, packField, signs, unpackField } from "./fields.ts";

export type Skeleton = {
	readonly text: string;
	/** One for every sign: 0 is a new value, n the n-th of the latest ones under this sign. */
	readonly recalls: readonly number[];
	/** The new values, one after the other. */
	readonly values: readonly number[];
};

/** A recall is half a byte. */
const maxRecall = 15;

const anySign = new RegExp(`[${signs}]`, "g");

export const hasSign = (text: string): boolean => text.search(anySign) >= 0;

export function strip(sdp: string): Skeleton {
	const recalls: number[] = [];
	const values: number[] = [];
	const recent = createRecent();
	const text = sdp.replace(fieldPattern(), (field: string, ...groups) => {
		const packed = packField(
			groups.findIndex((group) => group !== undefined),
			field,
		);
		if (packed === null) return field;
		const { sign, bytes } = packed;
		if (unpackField(sign, createCursor(Uint8Array.from(bytes))) !== field)
			return field;
		const recall = recent.placeOf(sign, field);
		if (recall === 0) values.push(...bytes);
		recalls.push(recall);
		recent.use(sign, field);
		return sign;
	});
	return { text, recalls, values };
}

export function dress(
	text: string,
	recalls: readonly number[],
	values: Cursor,
	maxLength: number,
): string | null {
	const recent = createRecent();
	let sdp = "";
	let done = 0;
	let count = 0;
	for (const { index, 0: sign } of text.matchAll(anySign)) {
		const recall = recalls[count] ?? 0;
		count += 1;
		const field =
			recall === 0 ? unpackField(sign, values) : recent.at(sign, recall);
		if (field === null || values.hasFailed()) return null;
		recent.use(sign, field);
		sdp += text.slice(done, index) + field;
		done = index + 1;
		if (sdp.length > maxLength) return null;
	}
	sdp += text.slice(done);
	return sdp.length > maxLength ? null : sdp;
}

export const countSigns = (text: string): number =>
	text.match(anySign)?.length ?? 0;

function createRecent() {
	const lists = new Map<string, string[]>();
	const listOf = (sign: string) => lists.get(sign) ?? [];
	return {
		placeOf: (sign: string, field: string) => listOf(sign).indexOf(field) + 1,
		at: (sign: string, place: number) => listOf(sign)[place - 1] ?? null,
		use(sign: string, field: string) {
			const others = listOf(sign).filter((one) => one !== field);
			lists.set(sign, [field, ...others].slice(0, maxRecall));
		},
	};
}
