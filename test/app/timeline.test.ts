import { signal } from "@preact/signals-core";
import { expect, test } from "vitest";
import { newEntry } from "../../src/app/file-entry.ts";
import { createTimeline, merge } from "../../src/app/timeline.ts";
import type { ChatEntry } from "../../src/channels/chat.ts";

const message = (key: string, at: number): ChatEntry => ({
	key,
	at,
	from: "me",
	text: key,
	parts: [],
	isDelivered: true,
});

const file = (key: string, at: number, batch = key) => ({
	...newEntry(key, "me", batch, { name: key, bytes: 1, folders: [] }, "asking"),
	at,
});

const keys = (items: ReturnType<typeof merge>) =>
	items.map((item) =>
		item.is === "message"
			? item.entry.key
			: item.entries.map(({ key }) => key).join("+"),
	);

test("messages and files are one list, by the time they came", () => {
	const messages = [message("a", 1), message("b", 5), message("c", 9)];
	const files = [file("x", 0), file("y", 5), file("z", 7), file("w", 20)];
	expect(keys(merge(messages, files))).toEqual([
		"x",
		"a",
		"b",
		"y",
		"z",
		"c",
		"w",
	]);
	expect(keys(merge([], files))).toEqual(["x", "y", "z", "w"]);
	expect(keys(merge(messages, []))).toEqual(["a", "b", "c"]);
});

test("what was given at once stays together, where the first of it came", () => {
	const files = [file("x", 1, "one"), file("y", 3, "two"), file("z", 4, "one")];
	expect(keys(merge([message("a", 2)], files))).toEqual(["x+z", "a", "y"]);
});

test("files join the list when what they need has been loaded", () => {
	const messages = signal([message("a", 2)]);
	const entries = signal([file("x", 1)]);
	const files = signal<{ entries: typeof entries } | null>(null);
	const timeline = createTimeline(messages, files);
	expect(keys(timeline.value)).toEqual(["a"]);
	files.value = { entries };
	expect(keys(timeline.value)).toEqual(["x", "a"]);
	entries.value = [...entries.value, file("y", 3)];
	expect(keys(timeline.value)).toEqual(["x", "a", "y"]);
});
