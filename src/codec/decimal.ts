// Bytes ⇄ decimal digits, which a QR code packs as densely as any alphabet and no link mangles.
// Seven bytes are seventeen digits; what is left over takes as few as can hold it.

// By number of bytes; no two are equal, so the digits tell how many bytes they are.
const digitCounts = [0, 3, 5, 8, 10, 13, 15, 17];
const groupBytes = 7;
const groupDigits = 17;

export function digitsFor(byteCount: number): number {
	return (
		Math.floor(byteCount / groupBytes) * groupDigits +
		(digitCounts[byteCount % groupBytes] ?? 0)
	);
}

export function toDigits(bytes: Uint8Array): string {
	let digits = "";
	for (let start = 0; start < bytes.length; start += groupBytes) {
		const group = bytes.subarray(start, start + groupBytes);
		let value = 0n;
		for (const byte of group) value = (value << 8n) | BigInt(byte);
		digits += value.toString().padStart(digitsFor(group.length), "0");
	}
	return digits;
}

export function fromDigits(digits: string): Uint8Array | null {
	if (/[^0-9]/.test(digits)) return null;
	const bytes: number[] = [];
	for (let start = 0; start < digits.length; start += groupDigits) {
		const group = digits.slice(start, start + groupDigits);
		const count = digitCounts.indexOf(group.length);
		const value = BigInt(group);
		if (count < 1 || value >> BigInt(8 * count) !== 0n) return null;
		// Two halves that are exact as numbers, which are faster than one that is not.
		const high = Number(value >> 32n);
		const low = Number(value & 0xffffffffn);
		for (let shift = count - 1; shift >= 0; shift -= 1)
			bytes.push(
				shift < 4
					? (low >>> (8 * shift)) & 255
					: (high >>> (8 * shift - 32)) & 255,
			);
	}
	return Uint8Array.from(bytes);
}
