// Two ends of the files channel with a real protocol between them; only the wire and the disk are made up.

import { expect, test, vi } from "vitest";
import { blockBytes } from "../../src/wire/file-piece.ts";
import {
	bytesOf,
	fileEnds,
	give,
	isDone,
	memoryPlace,
	sha256,
	stateOf,
	until,
} from "../fakes/files.ts";

// They wait for real disks and wires, made up but not sped up, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

test.each([0, 1, 65_535, blockBytes, blockBytes + 1, 3 * blockBytes - 7])(
	"%i bytes arrive as they are",
	async (length) => {
		const ends = fileEnds();
		const place = memoryPlace();
		const bytes = bytesOf(length);
		const { token } = await give(ends, 1, bytes);
		expect(stateOf(ends.one.sending.view(1))).toBe("asking");
		await ends.other.receiving.accept(1, place.open);
		await until(() => isDone(ends, 1), "arriving");
		expect(sha256(place.results.get(token) ?? new Uint8Array(9))).toBe(
			sha256(bytes),
		);
		expect(ends.one.sending.view(1)?.doneBytes).toBe(length);
		expect(ends.other.receiving.result(1)?.blob.size).toBe(length);
	},
);

test("nothing of a file is sent before the other side has said yes", async () => {
	const ends = fileEnds();
	await give(ends, 1, bytesOf(blockBytes));
	await new Promise((done) => setTimeout(done, 30));
	expect(ends.link.sentBytes.one).toBeLessThan(1_000);
	ends.other.receiving.end(1, "declined");
	await until(() => stateOf(ends.one.sending.view(1)) === "declined");
	expect(ends.one.sending.view(1)?.isEndedByMe).toBe(false);
	expect(ends.other.receiving.view(1)?.isEndedByMe).toBe(true);
});

test("a slow disk holds the sender back, so that nothing piles up", async () => {
	const ends = fileEnds();
	const place = memoryPlace();
	place.writeDelayMs = 15;
	await give(ends, 1, bytesOf(24 * blockBytes));
	await ends.other.receiving.accept(1, place.open);
	let most = 0;
	await until(() => {
		const sent = ends.link.sentBytes.one;
		const have = ends.other.receiving.view(1)?.doneBytes ?? 0;
		most = Math.max(most, sent - have);
		return isDone(ends, 1);
	});
	expect(most).toBeLessThanOrEqual(9.2 * blockBytes);
});

test("no more is handed to the connection than it can take soon", async () => {
	const ends = fileEnds({ isSlow: true });
	const place = memoryPlace();
	await give(ends, 1, bytesOf(12 * blockBytes));
	await ends.other.receiving.accept(1, place.open);
	await until(() => isDone(ends, 1));
	expect(ends.link.mostOnTheWay).toBeLessThanOrEqual(1.2 * blockBytes);
});

test("either side can pause and go on", async () => {
	const ends = fileEnds();
	const place = memoryPlace();
	await give(ends, 1, bytesOf(30 * blockBytes));
	await ends.other.receiving.accept(1, place.open);
	for (const [pause, mine, theirs] of [
		[
			(is: boolean) => ends.one.sending.pause(1, is),
			"pausedByMe",
			"pausedByThem",
		],
		[
			(is: boolean) => ends.other.receiving.hold(1, is),
			"pausedByThem",
			"pausedByMe",
		],
	] as const) {
		const before = ends.other.receiving.view(1)?.doneBytes ?? 0;
		pause(true);
		await until(() => stateOf(ends.one.sending.view(1)) === mine);
		await until(() => stateOf(ends.other.receiving.view(1)) === theirs);
		await new Promise((done) => setTimeout(done, 40));
		const sent = ends.link.sentBytes.one;
		await new Promise((done) => setTimeout(done, 40));
		expect(ends.link.sentBytes.one).toBe(sent);
		pause(false);
		await until(
			() =>
				(ends.other.receiving.view(1)?.doneBytes ?? 0) > before + blockBytes,
		);
	}
	await until(() => isDone(ends, 1));
});

test.each(["one", "other"] as const)(
	"cancelled by %s, it ends for both and leaves nothing behind",
	async (who) => {
		const ends = fileEnds();
		const place = memoryPlace();
		place.writeDelayMs = 2;
		await give(ends, 1, bytesOf(30 * blockBytes));
		await ends.other.receiving.accept(1, place.open);
		await until(
			() => (ends.one.sending.view(1)?.doneBytes ?? 0) > 2 * blockBytes,
		);
		if (who === "one") ends.one.sending.cancel(1);
		else ends.other.receiving.end(1, "cancelled");
		await until(() => stateOf(ends.one.sending.view(1)) === "cancelled");
		await until(() => stateOf(ends.other.receiving.view(1)) === "cancelled");
		await until(() => place.parts.size === 0, "clearing up");
	},
);

test("where there is no room, both hear of it", async () => {
	const ends = fileEnds();
	await give(ends, 1, bytesOf(blockBytes));
	await ends.other.receiving.accept(1, memoryPlace({ mostBytes: 10 }).open);
	await until(() => stateOf(ends.one.sending.view(1)) === "noRoom");
	expect(stateOf(ends.other.receiving.view(1))).toBe("noRoom");
});

test("a disk that fills up is named, and what is there is kept", async () => {
	const ends = fileEnds();
	const place = memoryPlace();
	const { token } = await give(ends, 1, bytesOf(6 * blockBytes));
	await ends.other.receiving.accept(1, async (about) => {
		const opened = await place.open(about);
		if (!opened.ok) return opened;
		const { write } = opened.value;
		return {
			...opened,
			value: {
				...opened.value,
				write: (block, bytes, sum) =>
					block > 2
						? Promise.reject(new Error("QuotaExceededError"))
						: write(block, bytes, sum),
			},
		};
	});
	await until(() => stateOf(ends.one.sending.view(1)) === "notStored");
	expect(stateOf(ends.other.receiving.view(1))).toBe("notStored");
	expect(place.parts.get(token)?.blocks).toHaveLength(3);
});

test("messages as small as a connection may allow do as well", async () => {
	const ends = fileEnds({ maxMessageBytes: 16_384 });
	const place = memoryPlace();
	const bytes = bytesOf(blockBytes + 5);
	const { token } = await give(ends, 1, bytes);
	await ends.other.receiving.accept(1, place.open);
	await until(() => isDone(ends, 1));
	expect(sha256(place.results.get(token) ?? new Uint8Array())).toBe(
		sha256(bytes),
	);
});
