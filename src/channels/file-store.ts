// Where files are put that come in: the origin's private file system where there is one, memory where there
// is none, or a place that the person picks. Asks for room before anything is begun.

import { bad, good, type Result } from "../lib/result.ts";
import type {
	FileSink,
	FileStore,
	Incoming,
	KeptFile,
	OpenSink,
} from "./file-types.ts";

export type StoreOrder = { readonly call: number } & (
	| { readonly do: "sum"; readonly blob: Blob }
	| ({ readonly folder: string } & (
			| {
					readonly do: "kept";
					readonly mostKept: number;
					readonly oldestMs: number;
			  }
			| { readonly do: "open"; readonly about: Incoming }
			| {
					readonly do: "have" | "forget" | "markSaved" | "finish" | "close";
					readonly token: string;
			  }
			| {
					readonly do: "write";
					readonly token: string;
					readonly block: number;
					readonly bytes: Uint8Array<ArrayBuffer>;
					readonly digest: Uint8Array;
			  }
	  ))
);

export type StoreAnswer = {
	readonly call: number;
	readonly ok: boolean;
	readonly value: unknown;
};

type WithoutCall<Order> = Order extends unknown ? Omit<Order, "call"> : never;

export type StorePlatform = {
	readonly createWorker: () => Worker;
	readonly storage: StorageManager | undefined;
	/** A name for the folder that no other app of this origin uses. */
	readonly folder: string;
	/** Asks where to save; null where the person closes the question. */
	readonly pickPlace:
		| ((name: string) => Promise<FileSystemFileHandle | null>)
		| null;
};

// More than this in all, and phones close the page that holds it.
const mostMemoryBytes = 200_000_000;
// Browsers need some for themselves, and so does the rest of this app.
const spareBytes = 64_000_000;
const mostKept = 200;
const oldestMs = 7 * 24 * 3_600_000;

export function createFileStore(
	platform: StorePlatform,
	lifetime: AbortSignal,
): FileStore {
	const worker = platform.createWorker();
	const calls = new Map<number, (answer: StoreAnswer) => void>();
	let lastCall = 0;
	const { folder } = platform;

	worker.addEventListener(
		"message",
		({ data }: MessageEvent<StoreAnswer>) => {
			calls.get(data.call)?.(data);
			calls.delete(data.call);
		},
		{ signal: lifetime },
	);
	lifetime.addEventListener("abort", () => worker.terminate());

	const ask = (
		order: WithoutCall<StoreOrder>,
		transfer: Transferable[] = [],
	): Promise<unknown> =>
		new Promise((resolve, reject) => {
			lastCall += 1;
			const call = lastCall;
			calls.set(call, ({ ok, value }) => {
				if (ok) resolve(value);
				else reject(new Error(`The store could not ${order.do}`));
			});
			worker.postMessage({ ...order, call }, transfer);
		});

	// Asked once, at the beginning: what arrives from now on is not to be cleared away. Private windows of some
	// browsers have no such file system, and say so only when asked for it.
	let listed: Promise<readonly KeptFile[] | null> | null = null;
	const list = () => {
		listed ??= ask({ do: "kept", folder, mostKept, oldestMs }).then(
			(kept) => kept as readonly KeptFile[],
			() => null,
		);
		return listed;
	};
	// What is accepted and still to come counts as used.
	let promisedBytes = 0;
	// By token: all of it, until the person says that it may go. A saved one may still be saved once more.
	const inMemory = new Map<string, number>();

	const openMemory = ({ token, bytes }: Incoming): FileSink => {
		inMemory.set(token, bytes);
		return memorySink(() => inMemory.delete(token));
	};

	const room = async () => {
		if ((await list()) === null) {
			let bytes = mostMemoryBytes;
			for (const held of inMemory.values()) bytes -= held;
			return { is: "memory", bytes } as const;
		}
		const { quota = 0, usage = 0 } = (await platform.storage?.estimate()) ?? {};
		const bytes = Math.max(0, quota - usage - promisedBytes - spareBytes);
		return { is: "disk", bytes } as const;
	};

	const openDisk = async (
		about: Incoming,
		missingBytes: number,
	): Promise<Result<FileSink, "notStored">> => {
		const { token } = about;
		let left = missingBytes;
		promisedBytes += left;
		const arrive = (bytes: number) => {
			const arrived = Math.min(left, bytes);
			left -= arrived;
			promisedBytes -= arrived;
		};
		const end = (what: "forget" | "finish" | "close") => {
			arrive(left);
			return ask({ do: what, folder, token });
		};
		try {
			const digests = await ask({ do: "open", folder, about });
			return good({
				digests: digests as Uint8Array<ArrayBuffer>,
				async write(block, bytes, digest) {
					const { length } = bytes;
					const write = { do: "write", folder, token, block } as const;
					const back = await ask({ ...write, bytes, digest }, [bytes.buffer]);
					arrive(length);
					return back as Uint8Array<ArrayBuffer>;
				},
				finish: async () => ({
					blob: (await end("finish")) as File,
					isSaved: false,
				}),
				close: async () => void (await end("close")),
				remove: async () => void (await end("forget")),
			});
		} catch {
			arrive(left);
			return bad("notStored");
		}
	};

	return {
		room,
		async open(about) {
			const { is, bytes } = await room();
			if (is === "memory")
				return about.bytes > bytes ? bad("tooLarge") : good(openMemory(about));
			const { token } = about;
			const have = await ask({ do: "have", folder, token });
			const missingBytes = about.bytes - (have as number);
			if (missingBytes > bytes) return bad("noRoom");
			return openDisk(about, missingBytes);
		},
		pick:
			platform.pickPlace &&
			(async (name) => {
				const handle = await platform.pickPlace?.(name);
				return handle ? openPicked(handle) : null;
			}),
		kept: async () => (await list()) ?? [],
		markSaved: async (token) =>
			void (await ask({ do: "markSaved", folder, token }).catch(() => {})),
		async forget(token) {
			if (inMemory.delete(token)) return;
			await ask({ do: "forget", folder, token }).catch(() => {});
		},
		sum: async (blob) => (await ask({ do: "sum", blob })) as string,
	};
}

function memorySink(onClear: () => void): FileSink {
	let blocks: Uint8Array<ArrayBuffer>[] = [];
	const clear = async () => {
		blocks = [];
		onClear();
	};
	return {
		digests: new Uint8Array(0),
		async write(_, bytes) {
			blocks.push(bytes);
			return null;
		},
		async finish() {
			const blob = new Blob(blocks);
			// It has a copy.
			blocks = [];
			return { blob, isSaved: false };
		},
		close: clear,
		remove: clear,
	};
}

/** Straight to the disk. The browser keeps it apart until it is whole, so nothing of it can be kept for later. */
function openPicked(handle: FileSystemFileHandle): OpenSink {
	return async () => {
		try {
			const writable = await handle.createWritable();
			const abort = () => writable.abort().catch(() => {});
			let at = 0;
			return good({
				digests: new Uint8Array(0),
				async write(_, bytes) {
					await writable.write({ type: "write", position: at, data: bytes });
					at += bytes.length;
					return bytes;
				},
				async finish() {
					await writable.close();
					return { blob: await handle.getFile(), isSaved: true };
				},
				close: abort,
				remove: abort,
			});
		} catch {
			return bad("notStored");
		}
	};
}
