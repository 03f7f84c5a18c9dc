// Files and places for them, in memory; and two ends of a files channel with everything recorded.

import { createHash } from "node:crypto";
import type {
	FileSink,
	FileSource,
	FileView,
	OpenSink,
} from "../../src/channels/file-types.ts";
import { createFileChannel } from "../../src/channels/files.ts";
import { bad, good } from "../../src/lib/result.ts";
import type { FileAbout, FileMessage } from "../../src/wire/file.ts";
import { linkPair } from "./file-link.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

export const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
	new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

export const sha256 = (bytes: Uint8Array) =>
	createHash("sha256").update(bytes).digest("hex");

/** Bytes that differ everywhere, the same in every run. */
export function bytesOf(length: number, seed = 1): Bytes {
	const bytes = new Uint8Array(length);
	let state = seed;
	for (let index = 0; index < length; index += 1) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		bytes[index] = state >>> 24;
	}
	return bytes;
}

export function sourceOf(bytes: Bytes, name = "a.bin"): FileSource {
	return {
		name,
		folders: [],
		bytes: bytes.length,
		type: "",
		modifiedAt: 1,
		read: async (from, to) => bytes.slice(from, to),
	};
}

export function aboutOf(id: number, source: FileSource): FileAbout {
	const { name, folders, bytes, type, modifiedAt } = source;
	const token = `token${String(id).padStart(16, "0")}`;
	return { id, token, batch: 1, name, folders, bytes, type, modifiedAt };
}

/** What a device keeps over sessions. */
export function memoryPlace({ mostBytes = Number.POSITIVE_INFINITY } = {}) {
	const parts = new Map<string, { blocks: Bytes[]; digests: Uint8Array[] }>();
	const results = new Map<string, Bytes>();
	const place = {
		parts,
		results,
		writeDelayMs: 0,
		open: (async (about) => {
			if (about.bytes > mostBytes) return bad("noRoom");
			const part = parts.get(about.token) ?? { blocks: [], digests: [] };
			parts.set(about.token, part);
			const sink: FileSink = {
				digests: new Uint8Array(Buffer.concat(part.digests)),
				async write(block, bytes, sum) {
					if (place.writeDelayMs > 0)
						await new Promise((done) => setTimeout(done, place.writeDelayMs));
					// As a disk does: wherever it is told to.
					part.blocks[block] = bytes.slice();
					part.digests[block] = sum;
					// What has been written may be written over.
					return bytes.fill(0);
				},
				async finish() {
					results.set(about.token, new Uint8Array(Buffer.concat(part.blocks)));
					parts.delete(about.token);
					return { blob: new Blob(part.blocks), isSaved: false };
				},
				close: async () => {},
				async remove() {
					parts.delete(about.token);
				},
			};
			return good(sink);
		}) satisfies OpenSink,
	};
	return place;
}

export function fileEnds(options: Parameters<typeof linkPair>[0] = {}) {
	const link = linkPair(options);
	const life = new AbortController();
	const messages: FileMessage[] = [];
	const end = (way: "one" | "other") => {
		const channel = createFileChannel(
			link[way],
			digest,
			{
				onSending: () => {},
				onReceiving: () => {},
				onMessage: (message) => void messages.push(message),
			},
			life.signal,
		);
		channel.listen();
		return channel;
	};
	const one = end("one");
	const other = end("other");
	return { link, one, other, messages, life };
}

export async function until(isSo: () => boolean, what = "it"): Promise<void> {
	const last = Date.now() + 20_000;
	while (!isSo()) {
		if (Date.now() > last) throw new Error(`${what} did not come about`);
		await new Promise((done) => setImmediate(done));
	}
}

export const stateOf = (view: FileView | null) =>
	view?.state === "failed" ? view.problem : view?.state;

type Ends = ReturnType<typeof fileEnds>;

/** Announced to the other side, which has not answered yet. */
export async function give(
	{ one, other }: Ends,
	id: number,
	bytes: Uint8Array<ArrayBuffer>,
) {
	const source = sourceOf(bytes);
	const about = aboutOf(id, source);
	one.sending.add(about, source);
	await until(() => other.receiving.view(id) !== null, "announcing");
	return about;
}

export const isDone = ({ one, other }: Ends, id: number) =>
	stateOf(one.sending.view(id)) === "done" &&
	stateOf(other.receiving.view(id)) === "done";
