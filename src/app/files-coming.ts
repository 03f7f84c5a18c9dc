// The files that come: asked about, taken in, saved; and what earlier sessions have left half done.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type {
	FileStore,
	KeptFile,
	OpenSink,
	Room,
} from "../channels/file-types.ts";
import type { FileChannel } from "../channels/files.ts";
import type { FileAbout } from "../wire/file.ts";
import type { FileDesk } from "./file-desk.ts";
import { idOf } from "./file-desk.ts";
import {
	type FileEntry,
	isTooLarge,
	newEntry,
	percentOf,
} from "./file-entry.ts";

export function createFilesComing(
	desk: FileDesk,
	channel: FileChannel,
	store: FileStore,
	room: ReadonlySignal<Room | null>,
	lifetime: AbortSignal,
) {
	const { list, news } = desk;
	const isAlways = cell(false);
	const kept = new Map<string, KeptFile>();
	const wanted = new Set<string>();
	/** Of these nothing is kept when they break off: they went to a place of their own, or into memory. */
	const unkept = new Set<string>();
	/** Taken from the list; nobody brings them back. */
	const gone = new Set<string>();

	const listKept = async () => {
		for (const file of await store.kept()) {
			if (lifetime.aborted) return;
			const { token, whole, bytes, haveBytes } = file;
			const key = `kept-${token}`;
			const state = whole ? "done" : "kept";
			kept.set(token, file);
			desk.enter(newEntry(key, "them", key, file, state), token);
			const percent = percentOf(haveBytes, bytes, whole !== null);
			list.set(key, { doneBytes: haveBytes, percent });
			if (whole) desk.present(key, whole, false);
		}
		lookAtKept();
	};

	/** What broke off is still here, for when the same file is given again. */
	const keepHalf = (about: FileAbout, { key, doneBytes }: FileEntry) => {
		const token = desk.tokenOf(key);
		if (doneBytes === 0 || unkept.has(key)) return;
		kept.set(token, { ...about, token, haveBytes: doneBytes, whole: null });
		list.set(key, { keptBytes: doneBytes });
	};

	const leave = (key: string) => {
		gone.add(key);
		desk.leave(key);
	};

	/** Of a file that goes on now. */
	const leaveHalves = (token: string) => {
		kept.delete(token);
		for (const { key, state, from } of list.all()) {
			const isHalf = state === "kept" || state === "failed";
			if (from === "them" && isHalf && desk.tokenOf(key) === token) leave(key);
		}
	};

	/** The part of this very file that is here already, whoever named it. */
	const keptFor = (key: string): KeptFile | null => {
		const about = channel.receiving.about(idOf(key));
		if (!about) return null;
		const isSame = (file: KeptFile) =>
			file.name === about.name &&
			file.bytes === about.bytes &&
			file.modifiedAt === about.modifiedAt;
		const parts = [...kept.values()].filter(({ whole }) => whole === null);
		return kept.get(about.token) ?? parts.find(isSame) ?? null;
	};

	/** Of several that were given at once the first speaks for all. */
	const isAsking = (batch: string) =>
		list
			.all()
			.some((entry) => entry.batch === batch && entry.state === "asking");

	/** What is there of a file that is asked about need not have room again. */
	const lookAtKept = () => {
		for (const { key, state, from, keptBytes } of list.entries.peek()) {
			if (state !== "asking" || from !== "them") continue;
			const haveBytes = keptFor(key)?.haveBytes ?? 0;
			if (haveBytes !== keptBytes) list.set(key, { keptBytes: haveBytes });
		}
	};

	const accept = (key: string, open: OpenSink = store.open) => {
		const entry = list.get(key);
		if (entry?.state !== "asking") return;
		const isHere = open === store.open;
		const part = isHere ? keptFor(key) : null;
		// Yes to all is no refusal of what only a picked place can take: that stays a question.
		if (isHere && store.pick && isTooLarge(entry, room.peek())) return;
		const token = part?.token ?? desk.tokenOf(key);
		if (part) {
			leaveHalves(token);
			desk.retoken(key, token);
		}
		if (!isHere || room.peek()?.is === "memory") unkept.add(key);
		void channel.receiving.accept(idOf(key), (about) =>
			open({ ...about, token }),
		);
	};

	const ask = (key: string) => {
		const file = kept.get(desk.tokenOf(key));
		if (!file) return;
		const { token, name, bytes } = file;
		wanted.add(token);
		channel.say({ type: "ask", token, name, bytes });
		list.set(key, { isAskedFor: true });
	};

	return {
		isAlways,
		listKept,
		accept,
		acceptAlways() {
			isAlways.value = true;
			for (const { key, state, from } of list.entries.peek())
				if (from === "them" && state === "asking") accept(key);
		},
		askEachTime() {
			isAlways.value = false;
		},
		async acceptTo(key: string) {
			const entry = list.get(key);
			const open = entry && (await store.pick?.(entry.name));
			if (open) accept(key, open);
		},
		handleReceiving(id: number) {
			const key = `them-${id}`;
			const about = channel.receiving.about(id);
			if (!about || gone.has(key)) return null;
			const isNew = !list.get(key);
			if (isNew) {
				const batch = `them-${about.batch}`;
				const isFirst = !isAsking(batch);
				desk.enter(newEntry(key, "them", batch, about, "asking"), about.token);
				list.set(key, { keptBytes: keptFor(key)?.haveBytes ?? 0 });
				if (isAlways.value || wanted.has(about.token)) accept(key);
				if (channel.receiving.view(id)?.state === "asking" && isFirst)
					news.value = {
						is: "asking",
						name: about.name,
						count: 1,
						failedCount: 0,
					};
			}
			const entry = desk.follow(key);
			const result = channel.receiving.result(id);
			if (entry?.state === "done" && result) {
				desk.present(key, result.blob, result.isSaved);
			}
			if (entry?.state === "failed") list.set(key, { keptBytes: 0 });
			if (entry?.problem === "notStored" || entry?.problem === "unreadable") {
				keepHalf(about, entry);
				lookAtKept();
			}
			if (entry?.state === "done" || entry?.state === "failed")
				desk.tell(entry);
			return isNew ? (list.get(key) ?? null) : entry;
		},
		hold: (key: string, is: boolean) => channel.receiving.hold(idOf(key), is),
		end: (key: string, why: "declined" | "cancelled") =>
			channel.receiving.end(idOf(key), why),
		markSaved(key: string) {
			list.set(key, { isSaved: true });
			void store.markSaved(desk.tokenOf(key));
		},
		askAgain: ask,
		/** Where a new way has opened: what was asked may have been lost with the one before. */
		askOnceMore() {
			for (const { key, isAskedFor } of list.all()) if (isAskedFor) ask(key);
		},
		forget(key: string) {
			const token = desk.tokenOf(key);
			kept.delete(token);
			leave(key);
			channel.receiving.forget(idOf(key));
			lookAtKept();
			void store.forget(token);
		},
	};
}
