// The slice of the browser that a session is built from. Everything else is ours.

import type { Ticker } from "../lib/ticker.ts";
import type { Wire } from "./wires.ts";

export type SessionPlatform = {
	readonly createConnection: (
		configuration: RTCConfiguration,
	) => RTCPeerConnection;
	/** Who this device is for one session: it stays the same when the connection is made anew. */
	readonly createCertificate: () => Promise<RTCCertificate>;
	readonly createStream: (tracks: readonly MediaStreamTrack[]) => MediaStream;
	readonly ticker: Ticker;
	readonly now: () => number;
	/** This device has got another network, or one again. */
	readonly onNetworkChange: (handle: () => void, lifetime: AbortSignal) => void;
	/** The page is in front again, after it may have been frozen. */
	readonly onWake: (handle: () => void, lifetime: AbortSignal) => void;
	/** For what nobody foresaw: the browser's own log of errors. */
	readonly report: (error: Error) => void;
};

/** A line for text that outlives the channel below it: another one takes over after a reconnect. */
export interface Pipe {
	send(text: string): void;
	onText(handle: (data: unknown) => void): void;
	/** Whenever a channel has opened: what was not confirmed over the one before has to be said again. */
	onFresh(handle: () => void): void;
}

export type Outlet = Pipe & {
	plug(wire: Wire, lifetime: AbortSignal): void;
};

export function createOutlet(): Outlet {
	const hearers: ((data: unknown) => void)[] = [];
	const openers: (() => void)[] = [];
	let plugged: readonly Wire[] = [];

	return {
		send(text) {
			// The newest is the one that the other side reads.
			plugged.find((wire) => wire.isOpen())?.send(text);
		},
		onText: (handle) => void hearers.push(handle),
		onFresh: (handle) => void openers.push(handle),
		plug(wire, lifetime) {
			plugged = [wire, ...plugged];
			lifetime.addEventListener("abort", () => {
				plugged = plugged.filter((one) => one !== wire);
			});
			wire.onText((data) => {
				for (const hear of hearers) hear(data);
			}, lifetime);
			wire.onOpen(() => {
				for (const open of openers) open();
			}, lifetime);
		},
	};
}
