// The files channel: tells what comes in to the sending and to the receiving side, and both of them when
// the way to the other side opens and closes.

import { effect, untracked } from "@preact/signals-core";
import {
	type FileMessage,
	readFileMessage,
	writeFileMessage,
} from "../wire/file.ts";
import { createFileReceiver, type FileReceiver } from "./file-receiver.ts";
import { createFileSender, type FileSender } from "./file-sender.ts";
import type { Digest, FileLink } from "./file-types.ts";

export type FileChannel = {
	readonly sending: Omit<FileSender, "handle" | "handleOpen" | "handleClose">;
	readonly receiving: Omit<
		FileReceiver,
		"handle" | "handlePiece" | "handleClose" | "close"
	>;
	say(message: FileMessage): void;
	/** From now on, and to what has come so far: once everybody who is told is there. */
	listen(): void;
};

export type FileEvents = {
	onSending(id: number): void;
	onReceiving(id: number): void;
	/** Messages about what both sides have: asked for again, or summed up. */
	onMessage(message: FileMessage): void;
};

export function createFileChannel(
	link: FileLink,
	digest: Digest,
	on: FileEvents,
	lifetime: AbortSignal,
): FileChannel {
	const say = (message: FileMessage) =>
		void link.send(writeFileMessage(message));
	const sending = createFileSender(link, say, digest, on.onSending);
	const receiving = createFileReceiver(link, say, digest, on.onReceiving);

	const listen = () =>
		link.onMessage((data) => {
			if (lifetime.aborted) return;
			if (data instanceof ArrayBuffer) {
				if (!receiving.handlePiece(data)) link.complain();
				return;
			}
			const message = readFileMessage(data);
			if (!message.ok) return link.complain();
			sending.handle(message.value);
			receiving.handle(message.value);
			on.onMessage(message.value);
		});

	let wasOpen = link.isOpen.peek();
	const stop = effect(() => {
		const isOpen = link.isOpen.value;
		if (isOpen === wasOpen) return;
		wasOpen = isOpen;
		untracked(() => {
			if (isOpen) sending.handleOpen();
			else sending.handleClose();
			receiving.handleClose();
		});
	});
	lifetime.addEventListener("abort", () => {
		stop();
		sending.handleClose();
		receiving.close();
	});

	return { sending, receiving, say, listen };
}
