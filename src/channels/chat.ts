// The conversation of one session: what was written, by whom, and whether it has arrived.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { maxChatChars, readChat, writeChat } from "../wire/chat.ts";
import { type Part, splitLinks } from "./links.ts";

export type ChatEntry = {
	readonly key: string;
	readonly from: "me" | "them";
	readonly parts: readonly Part[];
	readonly at: number;
	readonly isDelivered: boolean;
};

export type Chat = {
	readonly entries: ReadonlySignal<readonly ChatEntry[]>;
	say(text: string): boolean;
};

/** What the chat needs of a connection: text goes out, text comes in. */
export type ChatLine = {
	send(text: string): void;
	onText(handle: (data: unknown) => void): void;
	/** Another channel has opened: what it was before is not known to have arrived. */
	onFresh(handle: () => void): void;
};

// Nobody reads back further, and the other side must not be able to fill this device's memory.
const maxEntries = 2_000;

export function createChat(line: ChatLine, now: () => number): Chat {
	const entries = cell<readonly ChatEntry[]>([]);
	const unconfirmed = new Map<number, string>();
	let lastId = 0;

	const add = (entry: ChatEntry) => {
		entries.value = [...entries.value, entry].slice(-maxEntries);
	};

	line.onText((data) => {
		const message = readChat(data);
		if (!message.ok) return;
		const { type, id } = message.value;
		if (type === "got") {
			unconfirmed.delete(id);
			entries.value = entries.value.map((entry) =>
				entry.key === `me-${id}` ? { ...entry, isDelivered: true } : entry,
			);
			return;
		}
		const key = `them-${id}`;
		// Said twice is heard once, and confirmed again.
		if (!entries.value.some((entry) => entry.key === key))
			add({
				key,
				from: "them",
				parts: splitLinks(message.value.text),
				at: now(),
				isDelivered: true,
			});
		line.send(writeChat({ type: "got", id }));
	});

	// What was written while the two were apart, or lost on the way, goes out again; heard twice, it is shown once.
	line.onFresh(() => {
		for (const [id, text] of unconfirmed)
			line.send(writeChat({ type: "say", id, text }));
	});

	return {
		entries,
		say(text) {
			const trimmed = text.trim();
			if (trimmed === "" || trimmed.length > maxChatChars) return false;
			lastId += 1;
			const id = lastId;
			add({
				key: `me-${id}`,
				from: "me",
				parts: splitLinks(trimmed),
				at: now(),
				isDelivered: false,
			});
			unconfirmed.set(id, trimmed);
			line.send(writeChat({ type: "say", id, text: trimmed }));
			return true;
		},
	};
}
