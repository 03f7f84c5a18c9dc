// Several files at once: whose turn it is, and how much is on its way of all of them together.

import { expect, test, vi } from "vitest";
import { blockBytes } from "../../src/wire/file-piece.ts";
import {
	aboutOf,
	bytesOf,
	fileEnds,
	give,
	isDone,
	memoryPlace,
	sourceOf,
	stateOf,
	until,
} from "../fakes/files.ts";

// They wait for real disks and wires, made up but not sped up, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

test("several files take turns, both ways at once", async () => {
	const ends = fileEnds();
	const place = memoryPlace();
	const back = memoryPlace();
	const order: number[] = [];
	ends.link.tamper = (data, from) => {
		if (typeof data !== "string" && from === "one")
			order.push(new DataView(data.buffer).getUint32(0));
		return data;
	};
	for (const id of [1, 2, 3]) await give(ends, id, bytesOf(4 * blockBytes, id));
	const source = sourceOf(bytesOf(2 * blockBytes, 9));
	ends.other.sending.add(aboutOf(1, source), source);
	await until(() => ends.one.receiving.view(1) !== null);
	await Promise.all([
		...[1, 2, 3].map((id) => ends.other.receiving.accept(id, place.open)),
		ends.one.receiving.accept(1, back.open),
	]);
	await until(
		() =>
			[1, 2, 3].every((id) => isDone(ends, id)) &&
			stateOf(ends.other.sending.view(1)) === "done",
	);
	// In the first half each file has had a third of the pieces.
	const half = order.slice(0, order.length / 2);
	for (const id of [1, 2, 3]) {
		const share = half.filter((one) => one === id).length / half.length;
		expect(share).toBeGreaterThan(0.2);
		expect(share).toBeLessThan(0.47);
	}
});

test("a small file that is given last does not wait for large ones, and the first is never put off for shorter ones", async () => {
	const ends = fileEnds();
	const place = memoryPlace();
	place.writeDelayMs = 4;
	const doneBytes = (id: number) => ends.one.sending.view(id)?.doneBytes ?? 0;
	const large = [1, 2, 3, 4, 5];
	const small = [6, 7, 8];
	for (const id of large)
		await give(ends, id, bytesOf((id === 1 ? 24 : 8) * blockBytes, id));
	for (const id of large) void ends.other.receiving.accept(id, place.open);
	await until(() => doneBytes(2) > 0);
	for (const id of small) {
		await give(ends, id, bytesOf(blockBytes, id));
		void ends.other.receiving.accept(id, place.open);
	}
	await until(() => small.every((id) => isDone(ends, id)));
	expect(large.filter((id) => isDone(ends, id))).toEqual([]);
	await until(() => [2, 3, 4, 5].some((id) => isDone(ends, id)));
	expect(doneBytes(1)).toBeGreaterThan(3 * blockBytes);
	await until(() => large.every((id) => isDone(ends, id)));
});

test.each([
	["several files", 4, 12],
	["many small files", 40, 1],
])("%s together are held back as one is", async (_, count, blocks) => {
	const ends = fileEnds();
	const place = memoryPlace();
	place.writeDelayMs = 60;
	const ids = Array.from({ length: count }, (_, index) => index + 1);
	for (const id of ids) await give(ends, id, bytesOf(blocks * blockBytes, id));
	for (const id of ids) void ends.other.receiving.accept(id, place.open);
	let most = 0;
	await until(() => {
		const have = ids.map((id) => ends.other.receiving.view(id)?.doneBytes ?? 0);
		const stored = have.reduce((sum, one) => sum + one, 0);
		most = Math.max(most, ends.link.sentBytes.one - stored);
		return ids.every((id) => isDone(ends, id));
	});
	expect(most).toBeLessThanOrEqual(17.2 * blockBytes);
});
