// The SHA-256 of files that have arrived, as every other tool would give it: each side works out its own, and
// tells the other, so that both see whether they are the same.

import type { FileStore } from "../channels/file-types.ts";
import { createQueue } from "../lib/queue.ts";
import type { FileMessage } from "../wire/file.ts";
import type { FileList } from "./file-list.ts";

// Larger ones take seconds of a processor's time, so they are worked out only when somebody asks.
const mostUnaskedBytes = 32_000_000;

export function createFileSums(
	list: FileList,
	store: FileStore,
	say: (message: FileMessage) => void,
	blobOf: (key: string) => Blob | null,
	lifetime: AbortSignal,
) {
	// One after the other: reading two files at once is slower than reading them in turn.
	const queue = createQueue(() => {});

	const sum = (key: string) => {
		const entry = list.get(key);
		const blob = blobOf(key);
		if (!entry || !blob || entry.mySum !== null || entry.isSumming) return;
		list.set(key, { isSumming: true });
		queue(async () => {
			if (lifetime.aborted) return;
			const mySum = await store.sum(blob).catch(() => null);
			list.set(key, { mySum, isSumming: false });
			const id = Number(key.slice(key.indexOf("-") + 1));
			if (mySum !== null)
				say({ type: "sum", id, isSender: entry.from === "me", sha256: mySum });
		});
	};

	return {
		sum,
		/** It has arrived. */
		offer(key: string) {
			const entry = list.get(key);
			if (entry && entry.bytes <= mostUnaskedBytes) sum(key);
		},
		handle(message: FileMessage) {
			if (message.type !== "sum") return;
			// Theirs to send is mine to have.
			const key = `${message.isSender ? "them" : "me"}-${message.id}`;
			const entry = list.get(key);
			if (entry?.state !== "done" || entry.theirSum !== null) return;
			list.set(key, { theirSum: message.sha256 });
			sum(key);
		},
	};
}
