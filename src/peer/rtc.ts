// The slice of the browser that a session is built from. Everything else is ours.

import type { Ticker } from "../lib/ticker.ts";

export type SessionPlatform = {
	readonly createConnection: (
		configuration: RTCConfiguration,
	) => RTCPeerConnection;
	readonly ticker: Ticker;
	readonly now: () => number;
	/** For what nobody foresaw: the browser's own log of errors. */
	readonly report: (error: Error) => void;
};

/** A channel as those see it who send text over it. */
export interface Pipe {
	send(text: string): void;
	onText(handle: (data: unknown) => void): void;
}

export function createPipe(
	channel: RTCDataChannel,
	lifetime: AbortSignal,
): Pipe {
	return {
		send(text) {
			if (channel.readyState === "open") channel.send(text);
		},
		onText(handle) {
			channel.addEventListener("message", ({ data }) => handle(data), {
				signal: lifetime,
			});
		},
	};
}
