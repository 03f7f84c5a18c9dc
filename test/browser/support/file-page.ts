// Both ends of a files channel in one page, over real connections that the test can kill, into the real store.
// Everything between the File and the saved bytes is the app's own; only codes and screens are left out.

import { createFileStore } from "../../../src/channels/file-store.ts";
import type { FileSource } from "../../../src/channels/file-types.ts";
import { createFileChannel } from "../../../src/channels/files.ts";
import { createBytePipe } from "../../../src/peer/byte-pipe.ts";

export type FilePage = {
	/** Makes a new pair of connections; the ones before may still be there. */
	connect(): Promise<void>;
	/** Closes one end, without a word to the other. */
	kill(end: "one" | "other"): void;
	send(): void;
	states(): { readonly sender: string; readonly receiver: string };
	doneBytes(): number;
	/** SHA-256 of what was given and of what has arrived. */
	sums(): Promise<readonly [string, string]>;
};

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
let pair: Record<"one" | "other", RTCPeerConnection> | null = null;

const open = (end: "one" | "other", until: AbortController) => {
	const connection = new RTCPeerConnection();
	const channel = connection.createDataChannel("files", {
		negotiated: true,
		id: 2,
	});
	pipes[end].attach(channel, connection, until.signal);
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
		const until = new AbortController();
		const one = open("one", until);
		const other = open("other", until);
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
	kill(end) {
		pair?.[end].close();
	},
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
