// The files that this side gives: announced, asked about, sent, taken back. Nothing is sent before the
// other side has said yes, and nothing is forgotten before it has said that it is stored.

import {
	type FileAbout,
	type FileEnd,
	type FileMessage,
	fileLimits,
} from "../wire/file.ts";
import { blockBytes, blockCountOf, digestBytes } from "../wire/file-piece.ts";
import {
	createOutgoing,
	isOver,
	type Outgoing,
	remember,
	stateOf,
} from "./file-outgoing.ts";
import { createPump } from "./file-pump.ts";
import { hex, isSame } from "./file-sums.ts";
import type { Digest, FileLink, FileSource, FileView } from "./file-types.ts";

export type FileSender = {
	add(about: FileAbout, source: FileSource): void;
	pause(id: number, is: boolean): void;
	cancel(id: number): void;
	view(id: number): FileView | null;
	handle(message: FileMessage): void;
	handleOpen(): void;
	handleClose(): void;
};

export function createFileSender(
	link: FileLink,
	say: (message: FileMessage) => void,
	digest: Digest,
	onChange: (id: number) => void,
): FileSender {
	const files = new Map<number, Outgoing>();

	const isHeld = (file: Outgoing) => file.isPausedByMe || file.isHeldByThem;

	const settle = (
		file: Outgoing,
		phase: "done" | "failed",
		problem: FileEnd | null = null,
		isEndedByMe = false,
	) => {
		file.turn += 1;
		file.ahead = null;
		// What was kept to go on from is of no more use.
		file.digests = new Uint8Array(0);
		Object.assign(file, { phase, problem, isEndedByMe });
		onChange(file.id);
	};

	const withdraw = (file: Outgoing, why: FileEnd) => {
		settle(file, "failed", why, true);
		say({ type: "withdraw", id: file.id, why });
	};

	const rootOf = async (file: Outgoing, blocks: number) =>
		hex(await digest(file.digests.subarray(0, blocks * digestBytes)));

	const sayWhole = async (file: Outgoing) => {
		const { turn } = file;
		const root = await rootOf(file, blockCountOf(file.source.bytes));
		if (file.turn === turn) say({ type: "whole", id: file.id, root });
	};

	const pump = createPump<Outgoing>(
		link,
		digest,
		() => [...files.values()].filter(({ phase }) => phase === "moving"),
		isHeld,
		{
			sent(file, block, sum) {
				const known = file.digests.subarray(
					block * digestBytes,
					(block + 1) * digestBytes,
				);
				// Sent a second time, a block must be what it was.
				if (block < file.knownBlocks && !isSame(known, sum)) {
					withdraw(file, "changed");
					return;
				}
				remember(file, block, sum);
				if (file.next === blockCountOf(file.source.bytes)) void sayWhole(file);
			},
			unreadable: (file) => withdraw(file, "unreadable"),
		},
	);

	/** Goes on from what is there, if what is there is the beginning of this very file. */
	const goOn = async (file: Outgoing, blocks: number, root: string) => {
		file.turn += 1;
		file.ahead = null;
		file.phase = "preparing";
		onChange(file.id);
		const { turn } = file;
		try {
			while (file.knownBlocks < blocks) {
				const block = file.knownBlocks;
				const read = await pump.read(file, block);
				if (file.turn !== turn) return;
				remember(file, block, read.digest);
			}
		} catch {
			if (file.turn === turn) withdraw(file, "unreadable");
			return;
		}
		const mine = await rootOf(file, blocks);
		if (file.turn !== turn) return;
		if (mine !== root) {
			withdraw(file, "changed");
			return;
		}
		file.phase = "moving";
		file.next = blocks;
		file.have = blocks;
		onChange(file.id);
		if (blocks === blockCountOf(file.source.bytes)) void sayWhole(file);
		pump.kick();
	};

	const handleLive = (file: Outgoing, message: FileMessage) => {
		const blockCount = blockCountOf(file.source.bytes);
		switch (message.type) {
			case "go":
				if (message.blocks > blockCount) withdraw(file, "misbehaved");
				else void goOn(file, message.blocks, message.root);
				return;
			case "have":
				if (message.blocks < file.have || message.blocks > file.next) return;
				file.have = message.blocks;
				onChange(file.id);
				pump.kick();
				return;
			case "hold":
				file.isHeldByThem = message.is;
				onChange(file.id);
				pump.kick();
				return;
			case "complete":
				// What has not all been sent cannot be complete.
				if (file.knownBlocks < blockCount) return;
				file.have = blockCount;
				settle(file, "done");
				return;
			case "refuse":
				settle(file, "failed", message.why);
		}
	};

	const announce = (file: Outgoing) => {
		say({ type: "announce", file: file.about });
		if (file.isPausedByMe) say({ type: "pause", id: file.id, is: true });
	};

	return {
		add(about, source) {
			const file = createOutgoing(about, source);
			files.set(about.id, file);
			if (source.bytes > fileLimits.bytes)
				return settle(file, "failed", "overLimit", true);
			announce(file);
			onChange(about.id);
		},
		pause(id, is) {
			const file = files.get(id);
			if (!file || isOver(file)) return;
			file.isPausedByMe = is;
			say({ type: "pause", id, is });
			onChange(id);
			pump.kick();
		},
		cancel(id) {
			const file = files.get(id);
			if (file && !isOver(file)) withdraw(file, "cancelled");
		},
		view(id) {
			const file = files.get(id);
			if (!file) return null;
			const { problem, isEndedByMe, have, source } = file;
			return {
				state: stateOf(file, link.isOpen.peek()),
				problem,
				isEndedByMe,
				doneBytes: Math.min(have * blockBytes, source.bytes),
			};
		},
		handle(message) {
			const file = "id" in message ? files.get(message.id) : undefined;
			if (!file) return;
			if (isOver(file)) {
				// They have not heard yet how it ended.
				if (message.type === "go")
					say({
						type: "withdraw",
						id: file.id,
						why: file.problem ?? "cancelled",
					});
				return;
			}
			handleLive(file, message);
		},
		handleOpen() {
			for (const file of files.values()) {
				const { id, problem } = file;
				// They may not have heard it.
				if (problem && file.isEndedByMe)
					say({ type: "withdraw", id, why: problem });
				if (isOver(file)) continue;
				if (file.phase === "moving") file.phase = "preparing";
				announce(file);
				onChange(id);
			}
		},
		handleClose() {
			for (const file of files.values()) {
				if (isOver(file)) continue;
				file.turn += 1;
				file.ahead = null;
				onChange(file.id);
			}
		},
	};
}
