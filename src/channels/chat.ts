// The conversation of one session: what was written, by whom, and whether it has arrived.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { maxChatChars, readChat, writeChat } from "../wire/chat.ts";
import { type Part, splitParts } from "./parts.ts";

export type ChatEntry = {
	readonly key: string;
	readonly from: "me" | "them";
	readonly text: string;
	readonly parts: readonly Part[];
	readonly at: number;
	readonly isDelivered: boolean;
};

export type Chat = {
	readonly entries: ReadonlySignal<readonly ChatEntry[]>;
	say(text: string): boolean;
	/** Takes everything from this device; what was not delivered yet still will be. */
	clear(): void;
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
const mostHeard = 4_000;

export function createChat(line: ChatLine, now: () => number): Chat {
	const entries = cell<readonly ChatEntry[]>([]);
	const heard = new Set<number>();
	const unconfirmed = new Map<number, string>();
	let lastId = 0;

	const add = (entry: ChatEntry) => {
		entries.value = [...entries.value, entry].slice(-maxEntries);
	};

	line.onText((data) => {
		const message = readChat(data);
		if (!message.ok || message.value.type === "typing") return;
		const { type, id } = message.value;
		if (type === "got") {
			unconfirmed.delete(id);
			entries.value = entries.value.map((entry) =>
				entry.key === `me-${id}` ? { ...entry, isDelivered: true } : entry,
			);
			return;
		}
		// Said twice is heard once, and confirmed again; even if it was deleted meanwhile.
		if (!heard.has(id)) {
			heard.add(id);
			const [oldest] = heard;
			if (heard.size > mostHeard && oldest !== undefined) heard.delete(oldest);
			const { text } = message.value;
			const entry = { from: "them", text, parts: splitParts(text) } as const;
			add({ ...entry, key: `them-${id}`, at: now(), isDelivered: true });
		}
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
				text: trimmed,
				parts: splitParts(trimmed),
				at: now(),
				isDelivered: false,
			});
			unconfirmed.set(id, trimmed);
			line.send(writeChat({ type: "say", id, text: trimmed }));
			return true;
		},
		clear() {
			entries.value = [];
		},
	};
}
