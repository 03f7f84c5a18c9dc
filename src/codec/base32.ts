// Bytes ⇄ Crockford's base32: case does not matter, O is 0, I and L are 1, there is no U.
// A character that the last bits do not fill is filled with zeros and must be so.

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** By character code. */
const values: number[] = [];
const alike: Record<string, string> = { "0": "Oo", "1": "IiLl" };
for (const [value, letter] of [...alphabet].entries()) {
	const all = letter + letter.toLowerCase() + (alike[letter] ?? "");
	for (const one of all) values[one.charCodeAt(0)] = value;
}

export const lettersFor = (byteCount: number): number =>
	Math.ceil((byteCount * 8) / 5);

export function armor(bytes: Uint8Array): string {
	let letters = "";
	let held = 0;
	let heldBits = 0;
	for (const byte of bytes) {
		held = (held << 8) | byte;
		heldBits += 8;
		while (heldBits >= 5) {
			heldBits -= 5;
			letters += alphabet[(held >> heldBits) & 31];
		}
		held &= 31;
	}
	if (heldBits > 0) letters += alphabet[(held << (5 - heldBits)) & 31];
	return letters;
}

export function unarmor(letters: string): Uint8Array | null {
	const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
	let held = 0;
	let heldBits = 0;
	let count = 0;
	for (let at = 0; at < letters.length; at += 1) {
		const value = values[letters.charCodeAt(at)];
		if (value === undefined) return null;
		held = ((held << 5) | value) & 4095;
		heldBits += 5;
		if (heldBits >= 8) {
			heldBits -= 8;
			bytes[count] = (held >> heldBits) & 255;
			count += 1;
		}
	}
	const padding = held & ((1 << heldBits) - 1);
	return heldBits < 5 && padding === 0 ? bytes : null;
}
