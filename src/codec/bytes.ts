// Reading bytes that may come from anybody. Past the end a cursor gives zeros and remembers it,
// so that a parser asks once, at its end, instead of at every field.

export type Cursor = {
	byte(): number;
	uint16(): number;
	varint(): number;
	take(count: number): Uint8Array;
	rest(): number;
	hasFailed(): boolean;
};

// Five groups of seven bits hold every number below 2^32 and stay far below 2^53.
const maxVarintBytes = 5;

export function createCursor(bytes: Uint8Array): Cursor {
	let position = 0;
	let failed = false;

	const byte = (): number => {
		const value = bytes[position];
		if (value === undefined) failed = true;
		position += 1;
		return value ?? 0;
	};
	const varint = (): number => {
		let value = 0;
		for (let index = 0; index < maxVarintBytes; index += 1) {
			const group = byte();
			value += (group & 127) * 2 ** (7 * index);
			if (group < 128) {
				// One number has one spelling: no empty group at the top.
				if (index > 0 && group === 0) failed = true;
				return value;
			}
		}
		failed = true;
		return 0;
	};
	const rest = (): number => Math.max(0, bytes.length - position);

	return {
		byte,
		varint,
		rest,
		uint16: () => byte() * 256 + byte(),
		take(count) {
			if (count < 0 || count > rest()) failed = true;
			const end = position + Math.max(0, count);
			const taken = bytes.slice(position, end);
			position = end;
			return taken;
		},
		hasFailed: () => failed,
	};
}

export function varint(value: number): number[] {
	const groups: number[] = [];
	let left = value;
	while (left >= 128) {
		groups.push((left % 128) + 128);
		left = Math.floor(left / 128);
	}
	return [...groups, left];
}

export const uint16 = (value: number): number[] => [value >> 8, value & 255];

export const hex = (bytes: Iterable<number>): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const unhex = (digits: string): number[] =>
	(digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
