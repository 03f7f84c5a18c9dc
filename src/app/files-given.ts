// The files that this side gives, and those of earlier that the other side asks for again.

import { safeName } from "../channels/file-name.ts";
import type { FileSource } from "../channels/file-types.ts";
import type { FileChannel } from "../channels/files.ts";
import type { FileMessage } from "../wire/file.ts";
import type { FileDesk } from "./file-desk.ts";
import { idOf } from "./file-desk.ts";
import { newEntry } from "./file-entry.ts";

/** What the person has chosen: a file, and the folders it was found in. */
export type PickedFile = {
	readonly file: File;
	readonly folders: readonly string[];
};

/** Given, and not taken in full: by the token that both know. Outlives the session. */
export type GivenFiles = Map<string, GivenFile>;
type GivenFile = { readonly file: File; readonly source: FileSource };

// Nobody has more of them, and a list of requests is not to fill the screen.
const mostAsked = 20;

export function createFilesGiven(
	desk: FileDesk,
	channel: FileChannel,
	given: GivenFiles,
	randomId: () => string,
) {
	const { list, news } = desk;
	const askedEarly = new Set<string>();
	let lastId = 0;
	let lastBatch = 0;

	const asked = () => list.all().filter(({ state }) => state === "asked");

	const send = ({ file, folders }: PickedFile, token: string) => {
		lastId += 1;
		const id = lastId;
		const batch = lastBatch;
		const key = `me-${id}`;
		const source = sourceOf(file, folders);
		const { name, bytes, type, modifiedAt } = source;
		given.set(token, { file, source });
		desk.enter(newEntry(key, "me", `me-${batch}`, source, "asking"), token);
		channel.sending.add(
			{ id, token, batch, name, folders, bytes, type, modifiedAt },
			source,
		);
		desk.follow(key);
		desk.picture(key, file);
	};

	const sendKnown = ({ file, source }: GivenFile, token: string) => {
		lastBatch += 1;
		send({ file, folders: source.folders }, token);
	};

	return {
		give(files: readonly PickedFile[]) {
			lastBatch += 1;
			for (const picked of files) {
				const again = asked().find(
					({ name, bytes }) =>
						name === safeName(picked.file.name) && bytes === picked.file.size,
				);
				const token = again ? desk.tokenOf(again.key) : newToken(randomId);
				if (again) desk.leave(again.key);
				send(picked, token);
			}
		},
		handleSending(id: number) {
			const key = `me-${id}`;
			const entry = desk.follow(key);
			if (entry?.state !== "done" && entry?.state !== "failed") return entry;
			const token = desk.tokenOf(key);
			const known = given.get(token);
			const isAsked = askedEarly.delete(token);
			if (entry.state === "done") given.delete(token);
			else if (isAsked && known && !entry.isEndedByMe) sendKnown(known, token);
			desk.tell(entry);
			return entry;
		},
		/** If it is still at hand here it goes on at once; else the person is asked for it. */
		handleAsk(message: FileMessage) {
			if (message.type !== "ask") return;
			const { token, bytes } = message;
			const isMoving = list
				.all()
				.some(
					({ key, state }) =>
						desk.tokenOf(key) === token &&
						state !== "failed" &&
						state !== "done",
				);
			// That it has failed there may still be on its way here.
			if (isMoving) return void askedEarly.add(token);
			const known = given.get(token);
			if (known) return sendKnown(known, token);
			if (asked().length >= mostAsked) return;
			const name = safeName(message.name);
			const key = `asked-${token}`;
			if (list.get(key)) return;
			desk.enter(
				newEntry(key, "me", key, { name, bytes, folders: [] }, "asked"),
				token,
			);
			news.value = { is: "asked", name, count: 1, failedCount: 0 };
		},
		/** The person has chosen it for what the other side asks for. Whether it is that very file its sums will tell. */
		giveAgain(key: string, file: File) {
			const entry = list.get(key);
			if (entry?.state !== "asked") return;
			if (file.size !== entry.bytes) {
				list.set(key, { isOther: true });
				return;
			}
			const token = desk.tokenOf(key);
			desk.leave(key);
			lastBatch += 1;
			send({ file, folders: [] }, token);
		},
		dropAsked(key: string) {
			if (list.get(key)?.state === "asked") desk.leave(key);
		},
		/** What they did not take, or could not. */
		sendAgain(key: string) {
			const token = desk.tokenOf(key);
			const known = given.get(token);
			if (list.get(key)?.state !== "failed" || !known) return;
			desk.leave(key);
			sendKnown(known, token);
		},
		pause: (key: string, is: boolean) => channel.sending.pause(idOf(key), is),
		cancel(key: string) {
			given.delete(desk.tokenOf(key));
			channel.sending.cancel(idOf(key));
		},
	};
}

function sourceOf(file: File, folders: readonly string[]): FileSource {
	return {
		name: file.name,
		folders,
		bytes: file.size,
		type: file.type,
		modifiedAt: file.lastModified,
		async read(from, to) {
			return new Uint8Array(await file.slice(from, to).arrayBuffer());
		},
	};
}

// Only the letters and digits that a token has; together they are far more than can be guessed.
function newToken(randomId: () => string): string {
	const token = randomId()
		.toLowerCase()
		.replace(/[^0-9a-z]/g, "");
	return token.slice(0, 64).padEnd(16, "0");
}
