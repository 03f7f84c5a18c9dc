// A way for bytes that outlives its channel: another link of the same session brings another channel, and
// whoever uses the way only sees it close and open again.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { createThrottle } from "../lib/throttle.ts";
import { frameHeaderBytes, framesFollow } from "../wire/frame.ts";
import {
	createStripes,
	laneOf,
	type StripeLane,
	type Stripes,
} from "./stripes.ts";
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

type Attached = {
	readonly channel: RTCDataChannel;
	readonly connection: RTCPeerConnection;
	readonly stripes: Stripes;
	/** Whether I, and whether they, send frames. */
	doFrame: boolean;
	areFraming: boolean;
	pushedBytes: number;
};

// What every implementation takes where a description says nothing (RFC 8841, 6.1), as ours do not.
const mostMessageBytes = 65_536;
// Who listens is loaded later than the channel opens. Before that, nobody has a reason to say much.
const mostEarly = 500;
const mostEarlyLength = 1_000_000;
// Whoever has this much to send has more.
const busyBytes = 131_072;
// A lane gets more before it has run dry.
const laneLowBytes = 32_768;

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

	const complain = (cost = 1) => {
		if (!takeStray(cost)) onFlood();
	};

	const isGiant = (data: unknown): boolean => {
		const nuisance = nuisanceOf(data);
		if (nuisance > 1) complain(nuisance);
		return nuisance > 1;
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

	const hear = (from: Attached, data: string | ArrayBuffer) => {
		if (current !== from) return;
		if (typeof data === "string" && !takeText(1)) return complain();
		if (handler) return handler(data);
		earlyLength += typeof data === "string" ? data.length : data.byteLength;
		if (early.length < mostEarly && earlyLength < mostEarlyLength)
			early.push(data);
	};

	const waitingBytes = ({ channel, doFrame, stripes }: Attached) =>
		doFrame ? stripes.waitingBytes() : channel.bufferedAmount;

	return {
		isOpen,
		attach(channel, connection, until) {
			const lanes = new Map<RTCDataChannel, StripeLane>();
			const first = laneOf(channel);
			const stripes = createStripes(now, {
				heard: (data) => hear(mine, data),
				poured: wake,
				complain,
			});
			const mine: Attached = {
				channel,
				connection,
				stripes,
				doFrame: false,
				areFraming: false,
				pushedBytes: 0,
			};
			attached = [mine, ...attached];
			channel.binaryType = "arraybuffer";
			const signal = until;
			for (const change of ["open", "closing", "close"])
				channel.addEventListener(change, choose, { signal });
			const handleLow = () => (mine.doFrame ? stripes.pour() : wake());
			channel.addEventListener("bufferedamountlow", handleLow, { signal });
			const startFrames = () => {
				if (mine.doFrame || channel.readyState !== "open") return;
				channel.send(framesFollow);
				channel.bufferedAmountLowThreshold = laneLowBytes;
				mine.doFrame = true;
				stripes.add(first);
			};
			channel.addEventListener(
				"message",
				({ data }) => {
					if (isGiant(data)) return;
					if (mine.areFraming) stripes.handle(data, first);
					else if (data === framesFollow) {
						mine.areFraming = true;
						stripes.begin();
						startFrames();
					} else hear(mine, data);
				},
				{ signal },
			);
			until.addEventListener("abort", () => {
				attached = attached.filter((one) => one !== mine);
				choose();
			});
			choose();
			return {
				addLane(beside, besideUntil) {
					startFrames();
					if (!mine.doFrame || besideUntil.aborted) return;
					const lane = laneOf(beside);
					lanes.set(beside, lane);
					beside.binaryType = "arraybuffer";
					beside.bufferedAmountLowThreshold = laneLowBytes;
					beside.addEventListener("bufferedamountlow", stripes.pour, {
						signal: besideUntil,
					});
					beside.addEventListener(
						"message",
						({ data }) => isGiant(data) || stripes.handle(data, lane),
						{ signal: besideUntil },
					);
					besideUntil.addEventListener("abort", () => {
						lanes.delete(beside);
						stripes.drop(lane);
					});
					stripes.add(lane);
				},
				isStuck(beside) {
					const lane = lanes.get(beside);
					return lane !== undefined && stripes.isStuck(lane);
				},
				load() {
					let unsentBytes = channel.bufferedAmount + stripes.waitingBytes();
					for (const lane of lanes.values())
						unsentBytes += lane.bufferedBytes();
					return {
						sentBytes: mine.pushedBytes - unsentBytes,
						isBusy: current === mine && waitingBytes(mine) > busyBytes,
					};
				},
			};
		},
		send(data) {
			const mine = current;
			if (mine?.channel.readyState !== "open") return false;
			mine.pushedBytes += data.length;
			if (mine.doFrame) return mine.stripes.push(data, mostMessageBytes);
			try {
				if (typeof data === "string") mine.channel.send(data);
				else mine.channel.send(data);
				return true;
			} catch {
				return false;
			}
		},
		bufferedBytes: () => (current ? waitingBytes(current) : 0),
		async whenLow(bytes) {
			const mine = current;
			if (!mine) return;
			if (!mine.doFrame) mine.channel.bufferedAmountLowThreshold = bytes;
			while (current === mine && waitingBytes(mine) > bytes)
				await new Promise<void>((done) => waiting.push(done));
		},
		onMessage(handle) {
			handler = handle;
			for (const data of early.splice(0)) handle(data);
		},
		complain: () => complain(),
		maxMessageBytes: () =>
			Math.min(
				current?.connection.sctp?.maxMessageSize || mostMessageBytes,
				mostMessageBytes,
			) - frameHeaderBytes,
	};
}
