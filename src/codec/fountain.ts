// Pieces of one length ⇄ frames of that length, by a Cauchy Reed–Solomon code: any frames, as many as there are pieces,
// give all pieces back. So no received frame is ever useless, which a random mix could not promise.

/** A prime: a camera that sees only every n-th frame still comes to see every one of them. */
export const frameNumbers = 251;

// The field of 256 elements that QR codes themselves use (ISO/IEC 18004, 7.5.2); 2 generates all of it but zero.
const polynomial = 0x11d;
const order = 255;
const powers = new Uint8Array(2 * order);
const logarithms = new Uint8Array(256);
for (let exponent = 0, power = 1; exponent < order; exponent += 1) {
	powers[exponent] = power;
	// Twice, so that the sum of two logarithms need not be reduced.
	powers[exponent + order] = power;
	logarithms[power] = exponent;
	power = (power * 2) ^ (power < 128 ? 0 : polynomial);
}

const powerOf = (exponent: number): number => powers[exponent] ?? 0;
const logarithmOf = (value: number): number => logarithms[value] ?? 0;
const inverse = (value: number): number => powerOf(order - logarithmOf(value));

function addTimes(target: Uint8Array, factor: number, source: Uint8Array) {
	if (factor === 0) return;
	const logarithm = logarithmOf(factor);
	for (const [at, value] of source.entries())
		if (value !== 0)
			target[at] = (target[at] ?? 0) ^ powerOf(logarithm + logarithmOf(value));
}

function times(factor: number, source: Uint8Array): Uint8Array {
	const product = new Uint8Array(source.length);
	addTimes(product, factor, source);
	return product;
}

/** How much of a piece is in a frame. The numbers of mixes and of pieces differ, so their difference has an inverse. */
function share(number: number, piece: number, pieceCount: number): number {
	if (number < pieceCount) return number === piece ? 1 : 0;
	return inverse(number ^ piece);
}

export function mix(pieces: readonly Uint8Array[], number: number): Uint8Array {
	const mixed = new Uint8Array(pieces[0]?.length ?? 0);
	for (const [at, piece] of pieces.entries())
		addTimes(mixed, share(number, at, pieces.length), piece);
	return mixed;
}

/** Takes exactly as many frames, by their number, as there are pieces. */
export function unmix(frames: ReadonlyMap<number, Uint8Array>): Uint8Array[] {
	const count = frames.size;
	// Gauss and Jordan: each row is the shares and then the bytes, and is cleared of all pieces but one.
	const rows = [...frames].map(([number, bytes]) => {
		const shares = Array.from({ length: count }, (_, piece) =>
			share(number, piece, count),
		);
		return Uint8Array.from([...shares, ...bytes]);
	});
	const solved: Uint8Array[] = [];
	for (let piece = 0; piece < count; piece += 1) {
		const at = rows.findIndex((row) => row[piece] !== 0);
		const [found] = rows.splice(at, 1);
		if (found === undefined) break;
		const row = times(inverse(found[piece] ?? 0), found);
		// Less is the same as plus in this field.
		for (const other of [...rows, ...solved])
			addTimes(other, other[piece] ?? 0, row);
		solved.push(row);
	}
	return solved.map((row) => row.subarray(count));
}
