// What is left of a link after hanging up: its channel, for a while, so that the two can call again without a code.
// Nothing is heard or seen over it any more, and it goes by itself.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { Ticker } from "../lib/ticker.ts";
import { type AgainMessage, readAgain, writeAgain } from "../wire/again.ts";

export type KeptLine = {
	/** The other side has kept it as well. */
	readonly isOpen: ReadonlySignal<boolean>;
	say(message: AgainMessage): void;
	onMessage(handle: (message: AgainMessage) => void): void;
	/** What was said last still leaves. */
	close(): void;
};

/** As long as somebody who hung up by mistake, or has forgotten to say something, may take to think of it. */
export const keptMs = 120_000;
/** Time for a last word to leave before the connection is closed under it. */
export const farewellMs = 300;
// An older page, or another tool, closes its end without a word.
const answerMs = 3_000;

// A hostile page may go on for ever.
const maxMessages = 100;

export function keepLine(
	connection: RTCPeerConnection,
	channel: RTCDataChannel,
	ticker: Ticker,
	lifetime: AbortSignal,
): KeptLine {
	const isOpen = cell(false);
	const life = new AbortController();
	const { signal } = life;
	let hear = (_: AgainMessage) => {};
	let count = 0;

	const close = (afterMs: number) => {
		if (signal.aborted) return;
		life.abort();
		isOpen.value = false;
		const forGood = new AbortController().signal;
		if (afterMs === 0) connection.close();
		else ticker.after(afterMs, () => connection.close(), forGood);
	};
	const say = (message: AgainMessage) => {
		if (channel.readyState === "open") channel.send(writeAgain(message));
	};

	for (const line of connection.getTransceivers()) line.stop();
	channel.addEventListener(
		"message",
		({ data }) => {
			const message = readAgain(data);
			count += 1;
			if (count > maxMessages) return close(0);
			// The last words of the call itself are of no use any more.
			if (!message.ok) return;
			if (message.value.type === "kept") isOpen.value = true;
			else hear(message.value);
		},
		{ signal },
	);
	channel.addEventListener("close", () => close(0), { signal });
	connection.addEventListener(
		"connectionstatechange",
		() => {
			// Nobody looks for a way any more: what is gone is gone.
			if (connection.connectionState === "failed") close(0);
		},
		{ signal },
	);
	ticker.after(answerMs, () => isOpen.value || close(0), signal);
	ticker.after(keptMs, () => close(0), signal);
	lifetime.addEventListener("abort", () => close(farewellMs), { signal });
	say({ type: "kept" });

	return {
		isOpen,
		say,
		onMessage(handle) {
			hear = handle;
		},
		close: () => close(farewellMs),
	};
}
