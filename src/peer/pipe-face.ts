// What a way for bytes looks like from both of its ends: to whoever sends files over it, and to the session that owns it.

import type { ReadonlySignal } from "@preact/signals-core";

type Data = string | Uint8Array<ArrayBuffer>;

export interface BytePipe {
	readonly isOpen: ReadonlySignal<boolean>;
	/** False where it could not be sent. */
	send(data: Data): boolean;
	bufferedBytes(): number;
	/** Resolves when at most so much waits to be sent, or the way has closed. */
	whenLow(bytes: number): Promise<void>;
	onMessage(handle: (data: unknown) => void): void;
	maxMessageBytes(): number;
	/** What came was not asked for, or was nothing at all; too much of it ends the session. */
	complain(): void;
}

/** One channel of it, and what can be put beside that. */
export type PipeEnd = {
	/** A channel of another connection, open until the signal: from now on everything goes over both. */
	addLane(channel: RTCDataChannel, until: AbortSignal): void;
	/** Whether a lane that was added confirms nothing any more, though its connection stands. */
	isStuck(channel: RTCDataChannel): boolean;
	/** What has left this device since the beginning, and whether there is more than can leave. */
	load(): { readonly sentBytes: number; readonly isBusy: boolean };
};

/** The session's end of it. */
export type OwnedBytePipe = BytePipe & {
	/** Goes through this channel as soon as it is open, and for as long as no newer one is. */
	attach(
		channel: RTCDataChannel,
		connection: RTCPeerConnection,
		until: AbortSignal,
	): PipeEnd;
};
