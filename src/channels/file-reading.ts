// Reads parts of a file into memory that is used again and again. A fresh megabyte for each would lie about until the
// browser clears it away, which it does late: a hundred of them at a time, where this leaves none.

const mostSpares = 4;

export type Memory = {
	take(length: number): ArrayBuffer;
	giveBack(memory: ArrayBuffer): void;
};

export function createMemory(): Memory {
	let spares: readonly ArrayBuffer[] = [];
	return {
		take(length) {
			const found = spares.find(({ byteLength }) => byteLength >= length);
			spares = spares.filter((one) => one !== found);
			return found ?? new ArrayBuffer(length);
		},
		giveBack(memory) {
			if (memory.byteLength > 0)
				spares = [memory, ...spares].slice(0, mostSpares);
		},
	};
}

function byteReaderOf(part: Blob): ReadableStreamBYOBReader | null {
	try {
		return part.stream().getReader({ mode: "byob" });
	} catch {
		// Not every browser reads into memory that it is given.
		return null;
	}
}

/** The memory is theirs who call again with what comes back, which may be another. */
export async function readPart(
	file: Blob,
	from: number,
	to: number,
	memory: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
	const part = file.slice(from, to);
	const reader = byteReaderOf(part);
	if (!reader) return new Uint8Array(await part.arrayBuffer());
	const length = to - from;
	let into = memory;
	let at = 0;
	while (at < length) {
		const view = new Uint8Array(into, at, length - at);
		const { value, done } = await reader.read(view);
		if (!value) break;
		into = value.buffer;
		at += value.length;
		if (done) break;
	}
	reader.cancel().catch(() => {});
	return new Uint8Array(into, 0, at);
}
