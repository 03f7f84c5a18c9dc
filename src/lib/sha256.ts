// SHA-256 (FIPS 180-4) in steps, which the browser's own cannot do: the sum of a file of any size in
// constant memory. Pure; the vectors of the standard are its test.

export interface Sum {
	add(bytes: Uint8Array): void;
	/** The digest of everything added; nothing can be added afterwards. */
	end(): Uint8Array;
}

// Fractional parts of the cube and square roots of the first primes (4.2.2 and 5.3.3).
const firstPrimes = primes(64);
const constants = Int32Array.from(firstPrimes, (prime) =>
	fraction(Math.cbrt(prime)),
);
const start = Int32Array.from(firstPrimes.slice(0, 8), (prime) =>
	fraction(Math.sqrt(prime)),
);

export function createSum(): Sum {
	const state = Int32Array.from(start);
	const words = new Int32Array(64);
	const tail = new Uint8Array(64);
	let tailLength = 0;
	let byteCount = 0;

	const fill = (bytes: Uint8Array) => {
		byteCount += bytes.length;
		let at = 0;
		if (tailLength > 0) {
			at = Math.min(64 - tailLength, bytes.length);
			tail.set(bytes.subarray(0, at), tailLength);
			tailLength += at;
			if (tailLength < 64) return;
			mix(state, words, tail, 0);
			tailLength = 0;
		}
		for (; at + 64 <= bytes.length; at += 64) mix(state, words, bytes, at);
		tail.set(bytes.subarray(at));
		tailLength = bytes.length - at;
	};

	return {
		add: fill,
		end() {
			const bitCount = byteCount * 8;
			// One bit, zeros, and the length in 64 bits, up to a whole block (5.1.1).
			const padding = new Uint8Array(
				tailLength < 56 ? 64 - tailLength : 128 - tailLength,
			);
			padding[0] = 0x80;
			const view = new DataView(padding.buffer);
			view.setUint32(padding.length - 8, Math.floor(bitCount / 2 ** 32));
			view.setUint32(padding.length - 4, bitCount >>> 0);
			fill(padding);
			const digest = new DataView(new ArrayBuffer(32));
			for (const [index, word] of state.entries())
				digest.setInt32(index * 4, word);
			return new Uint8Array(digest.buffer);
		},
	};
}

// 6.2.2. Written out flat: it is the only loop in this app that runs for every byte of a file.
function mix(
	state: Int32Array,
	words: Int32Array,
	bytes: Uint8Array,
	from: number,
): void {
	for (let index = 0, at = from; index < 16; index += 1, at += 4)
		words[index] =
			((bytes[at] as number) << 24) |
			((bytes[at + 1] as number) << 16) |
			((bytes[at + 2] as number) << 8) |
			(bytes[at + 3] as number);
	for (let index = 16; index < 64; index += 1) {
		const early = words[index - 15] as number;
		const late = words[index - 2] as number;
		const one = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
		const other = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
		words[index] =
			((words[index - 16] as number) +
				one +
				(words[index - 7] as number) +
				other) |
			0;
	}
	let a = state[0] as number;
	let b = state[1] as number;
	let c = state[2] as number;
	let d = state[3] as number;
	let e = state[4] as number;
	let f = state[5] as number;
	let g = state[6] as number;
	let h = state[7] as number;
	for (let index = 0; index < 64; index += 1) {
		const one =
			(h +
				(turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
				((e & f) ^ (~e & g)) +
				(constants[index] as number) +
				(words[index] as number)) |
			0;
		const other =
			((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) +
				((a & b) ^ (a & c) ^ (b & c))) |
			0;
		h = g;
		g = f;
		f = e;
		e = (d + one) | 0;
		d = c;
		c = b;
		b = a;
		a = (one + other) | 0;
	}
	state[0] = ((state[0] as number) + a) | 0;
	state[1] = ((state[1] as number) + b) | 0;
	state[2] = ((state[2] as number) + c) | 0;
	state[3] = ((state[3] as number) + d) | 0;
	state[4] = ((state[4] as number) + e) | 0;
	state[5] = ((state[5] as number) + f) | 0;
	state[6] = ((state[6] as number) + g) | 0;
	state[7] = ((state[7] as number) + h) | 0;
}

function turn(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function fraction(root: number): number {
	return Math.floor((root % 1) * 2 ** 32) | 0;
}

function primes(count: number): number[] {
	const found: number[] = [];
	for (let next = 2; found.length < count; next += 1)
		if (found.every((prime) => next % prime !== 0)) found.push(next);
	return found;
}
