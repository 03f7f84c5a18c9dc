// Both ends of a files channel in one page, over real connections that the test can kill, into the real store.
// Everything between the File and the saved bytes is the app's own; only codes and screens are left out.

import { createFileStore } from "../../../src/channels/file-store.ts";
import type { FileSource } from "../../../src/channels/file-types.ts";
import { createFileChannel } from "../../../src/channels/files.ts";
import type { Ticker } from "../../../src/lib/ticker.ts";
import { createBytePipe } from "../../../src/peer/byte-pipe.ts";
import { createLanes, type Lanes } from "../../../src/peer/lanes.ts";
import { readControl, writeControl } from "../../../src/wire/control.ts";

export type FilePage = {
	/** Makes a new pair of connections; the ones before may still be there. */
	connect(): Promise<void>;
	/** Closes one end, without a word to the other; of the first connection, or of one beside it. */
	kill(end: End, isBeside?: boolean): void;
	/** Asks for the connections that are missing beside the first. */
	widen(): void;
	/** How many stand beside the first, and what has come over any of them since the beginning. */
	besideCount(): number;
	besideBytes(): number;
	send(): void;
	states(): { readonly sender: string; readonly receiver: string };
	doneBytes(): number;
	/** SHA-256 of what was given and of what has arrived. */
	sums(): Promise<readonly [string, string]>;
};

type End = "one" | "other";

declare global {
	interface Window {
		filePage: FilePage;
	}
}

const life = new AbortController();
const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
	new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const store = createFileStore(
	{
		createWorker: () =>
			new Worker(
				new URL("../../../src/channels/file-store.worker.ts", import.meta.url),
				{ type: "module" },
			),
		storage: navigator.storage,
		folder: "chaos",
		pickPlace: null,
	},
	life.signal,
);

const pipe = () => createBytePipe(Date.now, () => {});
const pipes = { one: pipe(), other: pipe() };
let pair: Record<End, RTCPeerConnection> | null = null;
let beside: Record<End, RTCPeerConnection[]> = { one: [], other: [] };
const lanes: Partial<Record<End, Lanes>> = {};
let besideBytes = 0;
let during = new AbortController();

const newKey = () =>
	RTCPeerConnection.generateCertificate({
		name: "ECDSA",
		namedCurve: "P-256",
	} as EcKeyGenParams);
const keys = { one: await newKey(), other: await newKey() };

const ticker: Ticker = {
	every(ms, run, signal) {
		const timer = setInterval(run, ms);
		signal.addEventListener("abort", () => clearInterval(timer));
	},
	after: (ms, run, signal) =>
		void setTimeout(() => signal.aborted || run(), ms),
};

const make = (end: End) => new RTCPeerConnection({ certificates: [keys[end]] });

const open = (end: End, until: AbortSignal) => {
	const connection = make(end);
	const channel = connection.createDataChannel("files", {
		negotiated: true,
		id: 2,
	});
	const far = end === "one" ? "other" : "one";
	const [print] = keys[far].getFingerprints();
	lanes[end] = createLanes(
		() => {
			const made = make(end);
			beside[end].push(made);
			const create = made.createDataChannel.bind(made);
			made.createDataChannel = (...given) => {
				const channel = create(...given);
				channel.addEventListener("message", ({ data }) => {
					besideBytes += data.byteLength;
				});
				return channel;
			};
			return made;
		},
		{ ticker, now: Date.now },
		{
			isLeading: end === "other",
			isClient: false,
			theirFingerprint: `${print?.algorithm} ${print?.value}`.toUpperCase(),
		},
		// Nobody tells a channel of before that it is one.
		pipes[end].attach(channel, connection, life.signal),
		{
			say(message) {
				const read = readControl(writeControl(message));
				if (read.ok && read.value.type === "lane" && !until.aborted)
					lanes[far]?.handle(read.value);
			},
			told: (sdp) => sdp,
			heeds: () => true,
		},
		until,
	);
	return { connection, channel };
};

const silent = { onSending() {}, onReceiving() {}, onMessage() {} };
const sender = createFileChannel(pipes.one, digest, silent, life.signal);
const receiver = createFileChannel(
	pipes.other,
	digest,
	{
		...silent,
		onReceiving(id) {
			if (receiver.receiving.view(id)?.state === "asking")
				void receiver.receiving.accept(id, store.open);
		},
	},
	life.signal,
);

sender.listen();
receiver.listen();

const fileOf = () => {
	const file = document.querySelector("input")?.files?.[0];
	if (!file) throw new Error("No file was chosen");
	return file;
};

window.filePage = {
	async connect() {
		during.abort();
		during = new AbortController();
		beside = { one: [], other: [] };
		const one = open("one", during.signal);
		const other = open("other", during.signal);
		for (const [from, to] of [
			[one, other],
			[other, one],
		] as const)
			from.connection.onicecandidate = ({ candidate }) =>
				void (candidate && to.connection.addIceCandidate(candidate));
		await one.connection.setLocalDescription();
		await other.connection.setRemoteDescription(
			one.connection.localDescription ?? { type: "offer" },
		);
		await other.connection.setLocalDescription();
		await one.connection.setRemoteDescription(
			other.connection.localDescription ?? { type: "answer" },
		);
		for (const { channel } of [one, other])
			while (channel.readyState !== "open")
				await new Promise((done) => setTimeout(done, 5));
		pair = { one: one.connection, other: other.connection };
	},
	kill(end, isBeside = false) {
		const standing = beside[end].filter(
			({ connectionState }) => connectionState === "connected",
		);
		(isBeside ? standing.at(-1) : pair?.[end])?.close();
	},
	widen() {
		lanes.other?.handle({ type: "lane", kind: "wanted", number: 0, code: "" });
	},
	besideBytes: () => besideBytes,
	besideCount: () =>
		beside.one.filter(({ connectionState }) => connectionState === "connected")
			.length,
	send() {
		const file = fileOf();
		const source: FileSource = {
			name: file.name,
			folders: [],
			bytes: file.size,
			type: "",
			modifiedAt: file.lastModified,
			read: async (from, to) =>
				new Uint8Array(await file.slice(from, to).arrayBuffer()),
		};
		const { name, folders, bytes, type, modifiedAt } = source;
		const token = `chaos${Date.now()}${Math.random()}`.replace(".", "");
		sender.sending.add(
			{ id: 1, token, batch: 1, name, folders, bytes, type, modifiedAt },
			source,
		);
	},
	states: () => ({
		sender: sender.sending.view(1)?.state ?? "none",
		receiver: receiver.receiving.view(1)?.state ?? "none",
	}),
	doneBytes: () => receiver.receiving.view(1)?.doneBytes ?? 0,
	sums: () => {
		const result = receiver.receiving.result(1);
		if (!result) throw new Error("Nothing has arrived");
		return Promise.all([store.sum(fileOf()), store.sum(result.blob)]);
	},
};
