// Words of letters of six bits each (the ice-chars of RFC 8839) ⇄ bytes, filled up with zeros.

const alphabet =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export const areSextets = (word: string): boolean =>
	/^[A-Za-z0-9+/]*$/.test(word);

export const sextetBytes = (length: number): number =>
	Math.ceil((length * 6) / 8);

export function packSextets(word: string): number[] {
	const bytes: number[] = [];
	let held = 0;
	let heldBits = 0;
	for (const letter of word) {
		held = ((held << 6) | alphabet.indexOf(letter)) & 4095;
		heldBits += 6;
		if (heldBits < 8) continue;
		heldBits -= 8;
		bytes.push((held >> heldBits) & 255);
	}
	if (heldBits > 0) bytes.push((held << (8 - heldBits)) & 255);
	return bytes;
}

/** The bytes must be as many as the letters need. */
export function unpackSextets(
	bytes: Uint8Array,
	length: number,
): string | null {
	let word = "";
	let held = 0;
	let heldBits = 0;
	for (const byte of bytes) {
		held = ((held << 8) | byte) & 16383;
		heldBits += 8;
		while (heldBits >= 6 && word.length < length) {
			heldBits -= 6;
			word += alphabet[(held >> heldBits) & 63];
		}
	}
	const padding = held & ((1 << heldBits) - 1);
	return padding === 0 && word.length === length ? word : null;
}
