import { expect, test } from "vitest";
import { createMemory, readPart } from "../../src/channels/file-reading.ts";
import { bytesOf } from "../fakes/files.ts";

test("parts of a file are what they are, whatever memory they come in", async () => {
	const bytes = bytesOf(300_000);
	const file = new Blob([bytes]);
	let memory = new ArrayBuffer(100_000);
	for (const [from, to] of [
		[0, 100_000],
		[100_000, 100_001],
		[250_000, 300_000],
	] as const) {
		const part = await readPart(file, from, to, memory);
		expect(Buffer.compare(part, bytes.subarray(from, to))).toBe(0);
		expect(part.buffer.byteLength).toBe(100_000);
		memory = part.buffer;
	}
});

test("a file that ends before it should gives less, and is not waited for", async () => {
	const file = new Blob([bytesOf(10)]);
	expect(await readPart(file, 0, 20, new ArrayBuffer(20))).toHaveLength(10);
});

test("a browser that cannot read into memory reads all the same", async () => {
	const bytes = bytesOf(1_000);
	const part = {
		stream: () => ({
			getReader() {
				throw new TypeError("Not a stream of bytes");
			},
		}),
		arrayBuffer: async () => bytes.buffer,
	};
	const file = { slice: () => part } as unknown as Blob;
	expect(await readPart(file, 0, 1_000, new ArrayBuffer(1_000))).toEqual(bytes);
});

test("memory is used again, the same piece never by two, and little of it is kept", () => {
	const memory = createMemory();
	const one = memory.take(100);
	const other = memory.take(100);
	expect(one).not.toBe(other);
	memory.giveBack(one);
	expect(memory.take(200)).not.toBe(one);
	expect(memory.take(50)).toBe(one);
	expect(memory.take(50)).not.toBe(one);
	for (let count = 0; count < 99; count += 1)
		memory.giveBack(new ArrayBuffer(10));
	const kept = Array.from({ length: 9 }, () => memory.take(5));
	expect(kept.filter(({ byteLength }) => byteLength === 10)).toHaveLength(4);
});
