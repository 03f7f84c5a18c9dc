// Sums as text and as bytes.

export function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(
		"",
	);
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return (
		one.length === other.length &&
		one.every((byte, index) => byte === other[index])
	);
}
