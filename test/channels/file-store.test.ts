// Whether there is room is asked before anything is begun. Only the worker, which has the real file system, is made up.

import { expect, test } from "vitest";
import {
	createFileStore,
	type StoreAnswer,
	type StoreOrder,
} from "../../src/channels/file-store.ts";
import type { Incoming } from "../../src/channels/file-types.ts";

// What the store leaves to the browser.
const spareBytes = 64_000_000;

function store({ hasDisk = true, freeBytes = 0, haveBytes = 0 } = {}) {
	const orders: StoreOrder["do"][] = [];
	const answers: Partial<Record<StoreOrder["do"], unknown>> = {
		kept: [],
		have: haveBytes,
		open: new Uint8Array(0),
	};
	let tell: (event: { readonly data: StoreAnswer }) => void = () => {};
	const worker = {
		addEventListener: (_: string, handle: typeof tell) => {
			tell = handle;
		},
		postMessage(order: StoreOrder) {
			orders.push(order.do);
			const value = answers[order.do] ?? null;
			const ok = hasDisk;
			queueMicrotask(() => tell({ data: { call: order.call, ok, value } }));
		},
		terminate() {},
	};
	const quota = freeBytes + spareBytes;
	const made = createFileStore(
		{
			createWorker: () => worker as unknown as Worker,
			storage: {
				estimate: async () => ({ quota, usage: 0 }),
			} as StorageManager,
			folder: "files",
			pickPlace: null,
		},
		new AbortController().signal,
	);
	return { ...made, orders };
}

const about = (token: string, bytes: number): Incoming => ({
	token,
	name: `${token}.bin`,
	folders: [],
	bytes,
	type: "",
	modifiedAt: 1,
});

const block = (bytes: number) =>
	[0, new Uint8Array(bytes), new Uint8Array(32)] as const;

test("the browser is asked for room first, and what was accepted and is still to come counts as used", async () => {
	const { open, room, orders } = store({ freeBytes: 1_000 });
	const first = await open(about("one", 600));
	expect(await room()).toEqual({ is: "disk", bytes: 400 });
	expect(await open(about("two", 401))).toEqual({
		ok: false,
		problem: "noRoom",
	});
	expect(orders.filter((order) => order === "open")).toHaveLength(1);
	// What is stored the browser itself counts.
	if (first.ok) await first.value.write(...block(500));
	expect(await room()).toEqual({ is: "disk", bytes: 900 });
	if (first.ok) await first.value.remove();
	expect(await room()).toEqual({ is: "disk", bytes: 1_000 });
});

test("what is there of a file already needs no room again", async () => {
	const { open } = store({ freeBytes: 100, haveBytes: 500 });
	expect((await open(about("one", 601))).ok).toBe(false);
	expect((await open(about("one", 600))).ok).toBe(true);
});

test("where there is only memory, all files together keep to what is named beforehand", async () => {
	const { open, room, forget } = store({ hasDisk: false, freeBytes: 1e12 });
	expect(await room()).toEqual({ is: "memory", bytes: 200_000_000 });
	const first = await open(about("one", 150_000_000));
	expect(await room()).toEqual({ is: "memory", bytes: 50_000_000 });
	expect(await open(about("two", 50_000_001))).toEqual({
		ok: false,
		problem: "tooLarge",
	});
	const second = await open(about("two", 50_000_000));
	expect(await room()).toEqual({ is: "memory", bytes: 0 });
	if (second.ok) await second.value.remove();
	// It has arrived: it is still in memory, until the person says that it may go.
	if (!first.ok) throw new Error("No room for the first");
	await first.value.write(...block(9));
	expect((await first.value.finish()).blob.size).toBe(9);
	expect(await room()).toEqual({ is: "memory", bytes: 50_000_000 });
	await forget("one");
	expect(await room()).toEqual({ is: "memory", bytes: 200_000_000 });
});
