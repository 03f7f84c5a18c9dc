// Whether the other person is writing just now. Said now and then while it is so, and forgotten by itself.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { Ticker } from "../lib/ticker.ts";
import { readChat, writeChat } from "../wire/chat.ts";
import type { ChatLine } from "./chat.ts";

export type Typing = {
	readonly isTheirs: ReadonlySignal<boolean>;
	/** A key was pressed here. */
	press(): void;
};

const sayAgainMs = 2_500;
const forgetMs = 4_000;

export function createTyping(
	line: Pick<ChatLine, "send" | "onText">,
	ticker: Ticker,
	now: () => number,
	lifetime: AbortSignal,
): Typing {
	const isTheirs = cell(false);
	let saidAt = Number.NEGATIVE_INFINITY;
	let forgetting = new AbortController();

	line.onText((data) => {
		const message = readChat(data);
		if (!message.ok || message.value.type === "got") return;
		forgetting.abort();
		forgetting = new AbortController();
		// What was being written has come.
		isTheirs.value = message.value.type === "typing";
		if (isTheirs.value)
			ticker.after(
				forgetMs,
				() => {
					isTheirs.value = false;
				},
				AbortSignal.any([lifetime, forgetting.signal]),
			);
	});

	return {
		isTheirs,
		press() {
			if (now() - saidAt < sayAgainMs) return;
			saidAt = now();
			line.send(writeChat({ type: "typing" }));
		},
	};
}
