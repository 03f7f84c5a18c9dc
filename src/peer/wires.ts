// What a line for text can be plugged into: a channel that speaks our chat, or one of another tool, which takes and
// gives nothing but the text itself.

import { maxChatChars, readChat, writeChat } from "../wire/chat.ts";

export interface Wire {
	isOpen(): boolean;
	send(text: string): void;
	onText(handle: (data: unknown) => void, lifetime: AbortSignal): void;
	onOpen(handle: () => void, lifetime: AbortSignal): void;
}

export function wireOf(channel: RTCDataChannel): Wire {
	return {
		isOpen: () => channel.readyState === "open",
		send: (text) => channel.send(text),
		onText: (handle, signal) =>
			channel.addEventListener("message", ({ data }) => handle(data), {
				signal,
			}),
		onOpen(handle, signal) {
			channel.addEventListener("open", handle, { signal });
			// One that the other side has opened may be open already.
			if (channel.readyState === "open") handle();
		},
	};
}

export function plainWireOf(wire: Wire): Wire {
	let hear = (_: unknown) => {};
	let count = 0;
	return {
		...wire,
		send(text) {
			const message = readChat(text);
			if (!message.ok || message.value.type !== "say") return;
			const { id } = message.value;
			wire.send(message.value.text);
			// Another tool does not say what it has; the channel itself loses nothing.
			hear(writeChat({ type: "got", id }));
		},
		onText(handle, signal) {
			hear = handle;
			wire.onText((text) => {
				if (typeof text !== "string" || text === "") return;
				if (text.length > maxChatChars) return;
				count += 1;
				handle(writeChat({ type: "say", id: count, text }));
			}, signal);
		},
	};
}
