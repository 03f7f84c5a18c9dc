import { signal } from "@preact/signals-core";
import { expect, test } from "vitest";
import { drawAttention } from "../../src/app/file-attention.ts";
import { batchOf } from "../../src/app/file-batch.ts";
import type { FileNews } from "../../src/app/file-desk.ts";
import { type FileEntry, newEntry } from "../../src/app/file-entry.ts";

const entry = (change: Partial<FileEntry>): FileEntry => ({
	...newEntry(
		"them-1",
		"them",
		"them-1",
		{ name: "a", bytes: 200, folders: [] },
		"moving",
	),
	...change,
});

test("how far files are, and what has happened, is told only while nobody looks", () => {
	const isHidden = signal(false);
	const entries = signal<readonly FileEntry[]>([entry({ doneBytes: 50 })]);
	const news = signal<FileNews | null>(null);
	const life = new AbortController();
	let shown: readonly [number | null, number] | null = null;
	const show = (percent: number | null, count: number) => {
		shown = [percent, count];
	};
	drawAttention({ isHidden, show }, entries, news, life.signal);
	const one = { count: 1, failedCount: 0 };
	news.value = { ...one, is: "arrived", name: "seen" };
	expect(shown).toEqual([null, 0]);
	isHidden.value = true;
	expect(shown).toEqual([25, 0]);
	entries.value = [entry({ doneBytes: 100 })];
	expect(shown).toEqual([50, 0]);
	entries.value = [entry({ state: "done" })];
	news.value = { ...one, is: "arrived", name: "a" };
	expect(shown).toEqual([null, 1]);
	news.value = { ...one, is: "failed", name: "b" };
	expect(shown).toEqual([null, 2]);
	isHidden.value = false;
	expect(shown).toEqual([null, 0]);
	isHidden.value = true;
	life.abort();
	expect(shown).toEqual([null, 0]);
});

test("what can be done with a whole folder is what can be done with some of its files", () => {
	const folders = ["holiday"];
	const entries = [
		entry({ key: "1", folders, state: "asking" }),
		entry({ key: "2", folders, state: "pausedByMe", doneBytes: 100 }),
		entry({ key: "3", folders, state: "done", doneBytes: 200, href: "blob:" }),
		entry({ key: "4", folders, state: "failed" }),
	];
	expect(batchOf(entries)).toEqual({
		folder: "holiday",
		bytes: 800,
		doneCount: 1,
		percent: 37,
		asking: ["1"],
		running: ["2"],
		isPaused: true,
		open: ["2"],
		saveable: ["3"],
		forgettable: ["3"],
	});
	const other = entry({ key: "5", from: "me", state: "asking" });
	expect(batchOf([...entries, other])).toMatchObject({
		folder: null,
		open: ["2", "5"],
	});
	expect(batchOf([other]).percent).toBe(null);
});
