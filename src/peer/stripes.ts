// Spreads numbered messages over several lanes, each to the lane that is freest, and puts what comes over them in order
// again. What a lane had not confirmed when it went goes over the others: nothing is lost, and nothing counts twice.

import {
	type Frame,
	frameHeaderBytes,
	packFrame,
	unpackFrame,
} from "../wire/frame.ts";

export interface StripeLane {
	/** False where it could not be sent. */
	send(frame: Uint8Array<ArrayBuffer>): boolean;
	bufferedBytes(): number;
}

export type Stripes = {
	/** Copied: whoever calls may use the memory again. False for more than a message may be. */
	push(data: string | Uint8Array, mostBytes: number): boolean;
	/** Given, and in no lane yet. */
	waitingBytes(): number;
	add(lane: StripeLane): void;
	drop(lane: StripeLane): void;
	handle(data: unknown, lane: StripeLane): void;
	/** All that came before the first frame is there: from now on what comes is handed on. */
	begin(): void;
	/** A lane may have room again. */
	pour(): void;
	/** Whether a lane has had something to confirm for so long, and has confirmed nothing. */
	isStuck(lane: StripeLane): boolean;
};

export const stripeLimits = {
	/** So far apart may the first that is missing and the last that is there be: what a receiver holds in memory. */
	frames: 128,
	/** What waits in a lane is late where another lane is quicker, so it gets little more than keeps it busy. */
	laneBytes: 65_536,
	/** Far more than a link takes that lost several repetitions of a packet in a row. */
	stuckMs: 15_000,
} as const;

/** What is confirmed twice, or comes twice after a lane has gone, is honest; without end it is not. */
const twiceCost = 0.1;

export const laneOf = (channel: RTCDataChannel): StripeLane => ({
	send(frame) {
		if (channel.readyState !== "open") return false;
		try {
			channel.send(frame);
			return true;
		} catch {
			return false;
		}
	},
	bufferedBytes: () => channel.bufferedAmount,
});

const encoder = new TextEncoder();
const decoder = new TextDecoder();

type Sent = {
	readonly number: number;
	readonly frame: Uint8Array<ArrayBuffer>;
};
type Lane = { readonly unconfirmed: Map<number, Sent>; heardAt: number };

export function createStripes(
	now: () => number,
	on: {
		heard(data: string | ArrayBuffer): void;
		/** Less waits than before. */
		poured(): void;
		complain(cost: number): void;
	},
): Stripes {
	const lanes = new Map<StripeLane, Lane>();
	let queue: Sent[] = [];
	let queuedBytes = 0;
	let nextNumber = 0;
	const held = new Map<number, Frame>();
	let expected = 0;
	let hasBegun = false;

	const enqueue = (sent: readonly Sent[]) => {
		for (const { frame } of sent) queuedBytes += frame.length;
		queue = [...sent, ...queue].sort((one, other) => one.number - other.number);
	};

	const drop = (lane: StripeLane) => {
		const left = lanes.get(lane)?.unconfirmed.values() ?? [];
		lanes.delete(lane);
		enqueue([...left]);
	};

	const freest = (): StripeLane | null => {
		let best: StripeLane | null = null;
		let least: number = stripeLimits.laneBytes;
		for (const lane of lanes.keys()) {
			const bytes = lane.bufferedBytes();
			if (bytes >= least) continue;
			best = lane;
			least = bytes;
		}
		return best;
	};

	const firstMissing = () => {
		let first = queue[0]?.number ?? nextNumber;
		// In each they stand in the order in which they were sent; what was sent again is behind what is later.
		for (const { unconfirmed } of lanes.values())
			for (const number of unconfirmed.keys()) first = Math.min(first, number);
		return first;
	};

	const pour = () => {
		for (;;) {
			const [sent] = queue;
			if (!sent || sent.number >= firstMissing() + stripeLimits.frames) break;
			const lane = freest();
			const state = lane && lanes.get(lane);
			if (!state) break;
			if (!lane.send(sent.frame)) {
				drop(lane);
				continue;
			}
			queue.shift();
			queuedBytes -= sent.frame.length;
			if (state.unconfirmed.size === 0) state.heardAt = now();
			state.unconfirmed.set(sent.number, sent);
		}
		on.poured();
	};

	const handleGot = (number: number, from: StripeLane) => {
		const state = lanes.get(from);
		if (state) state.heardAt = now();
		let isKnown = false;
		for (const { unconfirmed } of lanes.values())
			isKnown = unconfirmed.delete(number) || isKnown;
		// Confirmed by a lane that had been given up: it need not be sent again.
		const again = queue.find((sent) => sent.number === number);
		if (again) {
			queue = queue.filter((sent) => sent !== again);
			queuedBytes -= again.frame.length;
		}
		if (!isKnown && !again) on.complain(twiceCost);
		pour();
	};

	const handOn = () => {
		while (hasBegun) {
			const next = held.get(expected);
			if (!next || next.is === "got") return;
			held.delete(expected);
			expected += 1;
			const { is, payload } = next;
			on.heard(
				is === "text" ? decoder.decode(payload) : payload.slice().buffer,
			);
		}
	};

	const handleFrame = (frame: Frame, from: StripeLane) => {
		const { number } = frame;
		if (number >= expected + stripeLimits.frames) return on.complain(1);
		from.send(packFrame({ is: "got", number, payload: new Uint8Array(0) }));
		if (number < expected || held.has(number)) return on.complain(twiceCost);
		held.set(number, frame);
		handOn();
	};

	return {
		push(data, mostBytes) {
			const is = typeof data === "string" ? "text" : "bytes";
			const payload = typeof data === "string" ? encoder.encode(data) : data;
			// A lane over which it cannot go would be taken for one that is broken.
			if (payload.length + frameHeaderBytes > mostBytes) return false;
			const number = nextNumber;
			nextNumber += 1;
			const frame = packFrame({ is, number, payload });
			queue.push({ number, frame });
			queuedBytes += frame.length;
			pour();
			return true;
		},
		waitingBytes: () => queuedBytes,
		add(lane) {
			lanes.set(lane, { unconfirmed: new Map(), heardAt: now() });
			pour();
		},
		drop(lane) {
			drop(lane);
			pour();
		},
		handle(data, lane) {
			const frame = unpackFrame(data);
			if (!frame.ok) return on.complain(1);
			const { is, number } = frame.value;
			if (is === "got") handleGot(number, lane);
			else handleFrame(frame.value, lane);
		},
		begin() {
			hasBegun = true;
			handOn();
		},
		pour,
		isStuck(lane) {
			const state = lanes.get(lane);
			if (!state || state.unconfirmed.size === 0) return false;
			return now() - state.heardAt > stripeLimits.stuckMs;
		},
	};
}
