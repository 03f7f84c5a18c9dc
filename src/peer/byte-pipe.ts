// A way for bytes that outlives its channel: another link of the same session brings another channel, and
// whoever uses the way only sees it close and open again.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { createThrottle } from "../lib/throttle.ts";
import { fileTextRate, nuisanceOf, strayRate } from "./throttle.ts";

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

/** The session's end of it. */
export type OwnedBytePipe = BytePipe & {
	/** Goes through this channel as soon as it is open, and for as long as no newer one is. */
	attach(
		channel: RTCDataChannel,
		connection: RTCPeerConnection,
		until: AbortSignal,
	): void;
};

type Attached = {
	readonly channel: RTCDataChannel;
	readonly connection: RTCPeerConnection;
};

// What every implementation takes where a description says nothing (RFC 8841, 6.1).
const leastMessageBytes = 65_536;
// Who listens is loaded later than the channel opens. Before that, nobody has a reason to say much.
const mostEarly = 500;
const mostEarlyLength = 1_000_000;

export function createBytePipe(
	now: () => number,
	onFlood: () => void,
): OwnedBytePipe {
	const takeText = createThrottle(fileTextRate, now);
	const takeStray = createThrottle(strayRate, now);
	const isOpen = cell(false);
	const early: unknown[] = [];
	let earlyLength = 0;
	let attached: readonly Attached[] = [];
	let current: Attached | null = null;
	let handler: ((data: unknown) => void) | null = null;
	let waiting: (() => void)[] = [];

	const wake = () => {
		const woken = waiting;
		waiting = [];
		for (const done of woken) done();
	};

	const complain = (count = 1) => {
		if (!takeStray(count)) onFlood();
	};

	const choose = () => {
		const best =
			attached.find(({ channel }) => channel.readyState === "open") ?? null;
		if (best === current) return;
		// What was on its way over the one before may be lost: that is a closing, however short.
		current = null;
		isOpen.value = false;
		wake();
		current = best;
		isOpen.value = best !== null;
	};

	return {
		isOpen,
		attach(channel, connection, until) {
			const mine = { channel, connection };
			attached = [mine, ...attached];
			channel.binaryType = "arraybuffer";
			const signal = until;
			for (const change of ["open", "closing", "close"])
				channel.addEventListener(change, choose, { signal });
			channel.addEventListener("bufferedamountlow", wake, { signal });
			channel.addEventListener(
				"message",
				({ data }) => {
					if (current !== mine) return;
					const nuisance = nuisanceOf(data);
					if (nuisance > 1) return complain(nuisance);
					if (typeof data === "string" && !takeText(1)) return complain();
					if (handler) handler(data);
					else {
						earlyLength += data.byteLength ?? data.length;
						if (early.length < mostEarly && earlyLength < mostEarlyLength)
							early.push(data);
					}
				},
				{ signal },
			);
			until.addEventListener("abort", () => {
				attached = attached.filter((one) => one !== mine);
				choose();
			});
			choose();
		},
		send(data) {
			const channel = current?.channel;
			if (channel?.readyState !== "open") return false;
			try {
				if (typeof data === "string") channel.send(data);
				else channel.send(data);
				return true;
			} catch {
				return false;
			}
		},
		bufferedBytes: () => current?.channel.bufferedAmount ?? 0,
		async whenLow(bytes) {
			const mine = current;
			if (!mine) return;
			mine.channel.bufferedAmountLowThreshold = bytes;
			while (current === mine && mine.channel.bufferedAmount > bytes)
				await new Promise<void>((done) => waiting.push(done));
		},
		onMessage(handle) {
			handler = handle;
			for (const data of early.splice(0)) handle(data);
		},
		complain: () => complain(),
		maxMessageBytes: () =>
			current?.connection.sctp?.maxMessageSize || leastMessageBytes,
	};
}
