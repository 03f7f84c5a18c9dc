// Files over a way that breaks, a wire that lies, and a disk that was left half full.

import { expect, test, vi } from "vitest";
import { blockBytes } from "../../src/wire/file-piece.ts";
import {
	aboutOf,
	bytesOf,
	fileEnds,
	memoryPlace,
	sha256,
	sourceOf,
	stateOf,
	until,
} from "../fakes/files.ts";

// They wait for real disks and wires, made up but not sped up, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

test("the way breaks a hundred times, and every file arrives as it was", async () => {
	const ends = fileEnds();
	const { one, other, link } = ends;
	const place = memoryPlace();
	place.writeDelayMs = 1;
	const files = [1, 2, 3].map((id) => bytesOf(14 * blockBytes + id, id));
	for (const [index, bytes] of files.entries()) {
		const source = sourceOf(bytes);
		one.sending.add(aboutOf(index + 1, source), source);
	}
	await until(() => other.receiving.view(3) !== null);
	for (const id of [1, 2, 3]) void other.receiving.accept(id, place.open);
	const isOver = () =>
		[1, 2, 3].every((id) => stateOf(one.sending.view(id)) === "done");
	let seed = 20_261_121;
	for (let breaks = 0; breaks < 100 && !isOver(); breaks += 1) {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		await new Promise((done) => setTimeout(done, seed % 12));
		link.close();
		if (breaks % 3 === 0) await new Promise((done) => setTimeout(done, 4));
		for (const id of [1, 2, 3])
			expect(stateOf(one.sending.view(id))).toMatch(/^(interrupted|done)$/);
		link.open();
	}
	await until(isOver, "arriving");
	for (const [index, bytes] of files.entries()) {
		const { token } = aboutOf(index + 1, sourceOf(bytes));
		expect(sha256(place.results.get(token) ?? new Uint8Array())).toBe(
			sha256(bytes),
		);
		expect(stateOf(other.receiving.view(index + 1))).toBe("done");
	}
});

test("what was decided while the way was away is known when it is back", async () => {
	const { one, other, link } = fileEnds();
	const place = memoryPlace();
	for (const id of [1, 2, 3, 4]) {
		const source = sourceOf(bytesOf(3 * blockBytes, id));
		one.sending.add(aboutOf(id, source), source);
	}
	await until(() => other.receiving.view(4) !== null);
	link.close();
	const source = sourceOf(bytesOf(10));
	one.sending.add(aboutOf(5, source), source);
	other.receiving.end(1, "declined");
	one.sending.cancel(2);
	await other.receiving.accept(3, place.open);
	await other.receiving.accept(4, place.open);
	other.receiving.hold(4, true);
	link.open();
	await until(() => stateOf(one.sending.view(1)) === "declined");
	await until(() => stateOf(other.receiving.view(2)) === "cancelled");
	await until(() => stateOf(one.sending.view(3)) === "done");
	await until(() => stateOf(one.sending.view(4)) === "pausedByThem");
	await until(() => stateOf(other.receiving.view(5)) === "asking");
});

/** A first session that ends half-way, and what the receiver has kept of it. */
async function half(bytes: Uint8Array<ArrayBuffer>) {
	const { one, other, life } = fileEnds();
	const place = memoryPlace();
	place.writeDelayMs = 2;
	const source = sourceOf(bytes);
	one.sending.add(aboutOf(1, source), source);
	await until(() => other.receiving.view(1) !== null);
	await other.receiving.accept(1, place.open);
	await until(
		() => (other.receiving.view(1)?.doneBytes ?? 0) >= 3 * blockBytes,
	);
	life.abort();
	await new Promise((done) => setTimeout(done, 20));
	place.writeDelayMs = 0;
	return place;
}

async function again(
	place: ReturnType<typeof memoryPlace>,
	bytes: Uint8Array<ArrayBuffer>,
) {
	const ends = fileEnds();
	const source = sourceOf(bytes);
	ends.one.sending.add(aboutOf(1, source), source);
	await until(() => ends.other.receiving.view(1) !== null);
	await ends.other.receiving.accept(1, place.open);
	return ends;
}

test("a later session goes on from what was kept", async () => {
	const bytes = bytesOf(12 * blockBytes + 1);
	const place = await half(bytes);
	const { one, link } = await again(place, bytes);
	await until(() => stateOf(one.sending.view(1)) === "done");
	expect(link.sentBytes.one).toBeLessThan(9.2 * blockBytes);
	const { token } = aboutOf(1, sourceOf(bytes));
	expect(sha256(place.results.get(token) ?? new Uint8Array())).toBe(
		sha256(bytes),
	);
});

test("another file under the same name is noticed, and what was kept is dropped", async () => {
	const bytes = bytesOf(12 * blockBytes);
	const place = await half(bytes);
	const changed = bytes.slice();
	changed[blockBytes + 77] = (changed[blockBytes + 77] ?? 0) ^ 1;
	const { one, other } = await again(place, changed);
	await until(() => stateOf(other.receiving.view(1)) === "changed");
	expect(stateOf(one.sending.view(1))).toBe("changed");
	await until(() => place.parts.size === 0);
});

test("a file that goes away or shrinks while it is sent is named", async () => {
	for (const spoil of [
		() => Promise.reject(new Error("NotReadableError")),
		async () => new Uint8Array(3),
	]) {
		const { one, other } = fileEnds();
		const place = memoryPlace();
		const source = sourceOf(bytesOf(6 * blockBytes));
		const { read } = source;
		one.sending.add(aboutOf(1, source), {
			...source,
			read: (from, to) => (from > 2 * blockBytes ? spoil() : read(from, to)),
		});
		await until(() => other.receiving.view(1) !== null);
		await other.receiving.accept(1, place.open);
		await until(() => stateOf(other.receiving.view(1)) === "unreadable");
		expect(stateOf(one.sending.view(1))).toBe("unreadable");
	}
});

test("a byte that is flipped on the way is noticed, and that block sent again", async () => {
	const { one, other, link } = fileEnds();
	const place = memoryPlace();
	const bytes = bytesOf(9 * blockBytes);
	const source = sourceOf(bytes);
	let pieces = 0;
	link.tamper = (data, from) => {
		if (typeof data === "string" || from !== "one") return data;
		pieces += 1;
		if (pieces !== 40) return data;
		const flipped = data.slice();
		flipped[1_000] = (flipped[1_000] ?? 0) ^ 1;
		return flipped;
	};
	one.sending.add(aboutOf(1, source), source);
	await until(() => other.receiving.view(1) !== null);
	await other.receiving.accept(1, place.open);
	await until(() => stateOf(one.sending.view(1)) === "done");
	const { token } = aboutOf(1, source);
	expect(sha256(place.results.get(token) ?? new Uint8Array())).toBe(
		sha256(bytes),
	);
});

test("bytes that are flipped again and again end it by name", async () => {
	const { one, other, link } = fileEnds();
	const place = memoryPlace();
	const source = sourceOf(bytesOf(3 * blockBytes));
	link.tamper = (data, from) => {
		if (typeof data === "string" || from !== "one") return data;
		const flipped = data.slice();
		flipped[60] = (flipped[60] ?? 0) ^ 1;
		return flipped;
	};
	one.sending.add(aboutOf(1, source), source);
	await until(() => other.receiving.view(1) !== null);
	await other.receiving.accept(1, place.open);
	await until(() => stateOf(one.sending.view(1)) === "damaged");
	expect(stateOf(other.receiving.view(1))).toBe("damaged");
	await until(() => place.parts.size === 0);
});

test("blocks that are right in a file that is wrong as a whole are not taken for it", async () => {
	const { one, other, link } = fileEnds();
	const place = memoryPlace();
	const source = sourceOf(bytesOf(2 * blockBytes));
	link.tamper = (data) =>
		typeof data === "string"
			? data.replace(/("whole".*"root":")[0-9a-f]{8}/, "$100000000")
			: data;
	one.sending.add(aboutOf(1, source), source);
	await until(() => other.receiving.view(1) !== null);
	await other.receiving.accept(1, place.open);
	await until(() => stateOf(one.sending.view(1)) === "damaged");
	expect(place.results.size).toBe(0);
});
