// More connections beside the one in use, for files alone: one that loses packets is slow whatever the path could carry.
// Asked for by either side, made by one, of the same two keys, a few at most; the session does not depend on any of them.

import { readCode, writeCode } from "../codec/code.ts";
import type { Ticker } from "../lib/ticker.ts";
import type { ControlMessage } from "../wire/control.ts";
import type { PipeEnd } from "./byte-pipe.ts";
import { gathered } from "./gather.ts";
import { createWaiting } from "./keep-waiting.ts";
import { createLaneWatch, laneRule } from "./lane-watch.ts";
import type { Agreement } from "./negotiate.ts";
import { asRemote, asSent } from "./remote.ts";
import { identityOf, isPlain } from "./roles.ts";

export type LaneMessage = ControlMessage & { readonly type: "lane" };

export type Lanes = { handle(message: LaneMessage): void };

const openMs = 15_000;
const lookMs = 500;

type Lane = {
	readonly connection: RTCPeerConnection;
	readonly channel: RTCDataChannel;
	readonly life: AbortController;
	readonly until: AbortSignal;
	isAnswered: boolean;
};

export function createLanes(
	createConnection: () => RTCPeerConnection,
	{ ticker, now }: { readonly ticker: Ticker; readonly now: () => number },
	{ isLeading, theirFingerprint }: Agreement,
	/** Files as they travel over the connection in use. */
	pipe: PipeEnd,
	on: {
		say(message: ControlMessage): void;
		/** As much of a description as the other side is told. */
		told(sdp: string): string;
		/** Whether this device knocks at an address of theirs; the description is its own. */
		heeds(candidate: string, sdp: string): boolean;
	},
	lifetime: AbortSignal,
): Lanes {
	const lanes = new Map<number, Lane>();
	let lastNumber = 0;
	const isOpen = ({ channel }: Lane) => channel.readyState === "open";
	const closeAll = () => {
		for (const { life } of [...lanes.values()]) life.abort();
	};

	const make = (number: number): Lane => {
		const connection = createConnection();
		const life = new AbortController();
		const until = AbortSignal.any([lifetime, life.signal]);
		const options = { negotiated: true, id: 0 };
		const channel = connection.createDataChannel("lane", options);
		const lane = { connection, channel, life, until, isAnswered: false };
		lanes.set(number, lane);
		until.addEventListener("abort", () => {
			lanes.delete(number);
			connection.close();
		});
		const listen = { signal: until };
		const handleOpen = () => pipe.addLane(channel, until);
		channel.addEventListener("open", handleOpen, listen);
		channel.addEventListener("close", () => life.abort(), listen);
		connection.addEventListener(
			"connectionstatechange",
			() => {
				// What it carried goes over the others; whether it would come back is not waited for.
				const { connectionState: state } = connection;
				if (state === "disconnected" || state === "failed") life.abort();
			},
			listen,
		);
		// It carries nothing else.
		connection.addEventListener("datachannel", () => life.abort(), listen);
		ticker.after(openMs, () => isOpen(lane) || life.abort(), until);
		return lane;
	};

	const attempt = (lane: Lane, run: () => Promise<void>) => {
		run().catch(() => lane.life.abort());
	};

	const describe = async (
		number: number,
		kind: "offer" | "answer",
		{ connection, until }: Lane,
	) => {
		const madeAt = now();
		const ready = gathered(connection, ticker, until);
		await connection.setLocalDescription();
		await ready;
		if (until.aborted) return;
		const sdp = asSent(
			on.told(connection.localDescription?.sdp ?? ""),
			kind === "offer" ? "actpass" : "active",
		);
		const { text } = writeCode({ type: kind, sdp }, { now: madeAt });
		on.say({ type: "lane", kind, number, code: text });
	};

	const apply = async (
		{ connection, channel, until }: Lane,
		type: "offer" | "answer",
		code: string,
	) => {
		const read = readCode(code, now());
		// The same key as everything else of this person.
		const they =
			read.ok && isPlain(read.value.sdp) ? identityOf(read.value.sdp) : null;
		if (!read.ok || they?.fingerprint !== theirFingerprint)
			throw new Error("A lane of somebody else");
		const remote = asRemote(
			read.value.sdp,
			type === "offer" ? "actpass" : "active",
		);
		await connection.setRemoteDescription({ type, sdp: remote.sdp });
		const waiting = createWaiting(connection, ticker, (candidate) =>
			on.heeds(candidate, connection.localDescription?.sdp ?? ""),
		);
		waiting.begin(remote.candidates);
		const opened = new AbortController();
		channel.addEventListener("open", () => opened.abort(), { signal: until });
		waiting.keep(AbortSignal.any([until, opened.signal]));
	};

	const open = () => {
		while (lanes.size < laneRule.count) {
			lastNumber += 1;
			const number = lastNumber;
			const lane = make(number);
			attempt(lane, () => describe(number, "offer", lane));
		}
	};

	const watch = createLaneWatch();
	ticker.every(
		lookMs,
		() => {
			// A browser may close them without a word.
			for (const { connection, channel, life } of [...lanes.values()])
				if (connection.signalingState === "closed" || pipe.isStuck(channel))
					life.abort();
			const laneCount = [...lanes.values()].filter(isOpen).length;
			const wish = watch({ atMs: now(), laneCount, ...pipe.load() });
			if (wish === "narrow") closeAll();
			// One side makes them, so that two offers never meet.
			if (wish === "widen" && isLeading) open();
			if (wish === "widen" && !isLeading)
				on.say({ type: "lane", kind: "wanted", number: 0, code: "" });
		},
		lifetime,
	);

	return {
		handle({ kind, number, code }) {
			if (lifetime.aborted) return;
			if (kind === "offer") {
				const isNext = !isLeading && number > lastNumber;
				if (!isNext || lanes.size >= laneRule.count) return;
				lastNumber = number;
				const lane = make(number);
				attempt(lane, async () => {
					await apply(lane, "offer", code);
					await describe(number, "answer", lane);
				});
				return;
			}
			if (!isLeading) return;
			if (kind === "wanted") return open();
			const lane = lanes.get(number);
			if (!lane || lane.isAnswered) return;
			lane.isAnswered = true;
			attempt(lane, () => apply(lane, "answer", code));
		},
	};
}
