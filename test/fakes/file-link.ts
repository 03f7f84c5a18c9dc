// Two ends of a way for files, in one process: in order and whole while it is open, and what is on its way
// is lost when it closes, as with a real one.

import { signal } from "@preact/signals-core";
import type { FileLink } from "../../src/channels/file-types.ts";

type Data = string | Uint8Array<ArrayBuffer>;

export type LinkPair = {
	complaints: number;
	readonly one: FileLink;
	readonly other: FileLink;
	open(): void;
	close(): void;
	/** Sees every message on its way, and may change it, or keep it back with null. */
	tamper: (data: Data, from: "one" | "other") => Data | null;
	readonly sentBytes: { one: number; other: number };
	/** Most that ever waited between the two ends. */
	mostOnTheWay: number;
};

export function linkPair({
	isOpen = true,
	maxMessageBytes = 262_144,
	isSlow = false,
} = {}) {
	// A slow one takes a while for each message; the other only as long as everything takes.
	const later = isSlow
		? (run: () => void) => void setTimeout(run, 20)
		: (run: () => void) => void setImmediate(run);
	const open = signal(isOpen);
	let epoch = 0;
	let onTheWay = 0;
	const handlers: Record<"one" | "other", (data: unknown) => void> = {
		one: () => {},
		other: () => {},
	};

	const end = (me: "one" | "other"): FileLink => {
		let buffered = 0;
		const waiting: { bytes: number; done: () => void }[] = [];
		const settle = () => {
			for (const wait of waiting.splice(0)) {
				if (buffered <= wait.bytes || !open.peek()) wait.done();
				else waiting.push(wait);
			}
		};
		open.subscribe((is) => {
			if (is) return;
			buffered = 0;
			settle();
		});
		return {
			isOpen: open,
			send(data) {
				if (!open.peek()) return false;
				const sent = pair.tamper(data, me);
				if (sent === null) return true;
				const length = sent.length;
				pair.sentBytes[me] += length;
				buffered += length;
				onTheWay += length;
				pair.mostOnTheWay = Math.max(pair.mostOnTheWay, onTheWay);
				const mine = epoch;
				const copy = typeof sent === "string" ? sent : sent.slice().buffer;
				later(() => {
					onTheWay -= length;
					if (mine !== epoch) return;
					buffered -= length;
					handlers[me === "one" ? "other" : "one"](copy);
					settle();
				});
				return true;
			},
			bufferedBytes: () => buffered,
			whenLow: (bytes) =>
				new Promise((done) => {
					waiting.push({ bytes, done });
					settle();
				}),
			onMessage(handle) {
				handlers[me] = handle;
			},
			maxMessageBytes: () => maxMessageBytes,
			complain() {
				pair.complaints += 1;
			},
		};
	};

	const pair: LinkPair = {
		one: end("one"),
		other: end("other"),
		open() {
			epoch += 1;
			open.value = true;
		},
		close() {
			epoch += 1;
			open.value = false;
		},
		tamper: (data) => data,
		sentBytes: { one: 0, other: 0 },
		mostOnTheWay: 0,
		complaints: 0,
	};
	return pair;
}
