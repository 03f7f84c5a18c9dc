// The checksum of a whole that comes in frames: CRC-32. The one of codes is no use here: over a whole code it is
// always zero, so it could neither tell two codes apart nor show that they were mixed up.

// Of IEEE 802.3, its bits from the lowest to the highest.
const polynomial = 0xedb88320;

export function frameChecksum(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) {
		value ^= byte;
		for (let bit = 0; bit < 8; bit += 1)
			value = (value >>> 1) ^ ((value & 1) === 0 ? 0 : polynomial);
	}
	return (value ^ 0xffffffff) >>> 0;
}
