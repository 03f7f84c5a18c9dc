// The files that the other side gives. Nothing is kept before the person has said yes; after that, only
// what is exactly the next piece of what was announced, and every block is checked before it counts.

import { type FileAbout, type FileMessage, fileLimits } from "../wire/file.ts";
import {
	blockBytes,
	blockCountOf,
	digestBytes,
	unpackPiece,
} from "../wire/file-piece.ts";
import {
	type Arriving,
	createArriving,
	isOver,
	stateOf,
} from "./file-arriving.ts";
import { startOver, takePiece } from "./file-assembly.ts";
import { pumpLimits } from "./file-pump.ts";
import { createStoring } from "./file-storing.ts";
import type {
	Digest,
	FileLink,
	FileResult,
	FileView,
	OpenSink,
} from "./file-types.ts";

export type FileReceiver = {
	/** Says yes, and where to put it. */
	accept(id: number, open: OpenSink): Promise<void>;
	hold(id: number, is: boolean): void;
	end(id: number, why: "declined" | "cancelled"): void;
	about(id: number): FileAbout | null;
	view(id: number): FileView | null;
	result(id: number): FileResult | null;
	/** What has arrived is let go of. */
	forget(id: number): void;
	handle(message: FileMessage): void;
	/** False where nobody has asked for it. */
	handlePiece(data: ArrayBuffer): boolean;
	handleClose(): void;
	/** The session is over: what is half here is kept for later. */
	close(): void;
};

const mostFiles = 5_000;
/** A folder is one question, whatever is in it. Nobody answers more than so many at once. */
const mostQuestions = 100;

export function createFileReceiver(
	link: FileLink,
	say: (message: FileMessage) => void,
	digest: Digest,
	onChange: (id: number) => void,
): FileReceiver {
	const files = new Map<number, Arriving>();

	const { fail, refuse, sayGo, store, finish } = createStoring(
		say,
		digest,
		onChange,
	);

	/** Said again after an interruption: the answer is how things stand. */
	const handleAgain = (file: Arriving) => {
		const { id } = file.about;
		if (file.phase === "done") say({ type: "complete", id });
		if (file.phase === "failed")
			say({ type: "refuse", id, why: file.problem ?? "cancelled" });
		if (file.phase === "moving") void sayGo(file);
		onChange(id);
	};

	const isAskingEnough = (batch: number) => {
		const asking = new Set<number>();
		for (const { phase, about } of files.values())
			if (phase === "asking") asking.add(about.batch);
		return asking.size >= mostQuestions && !asking.has(batch);
	};

	const handleAnnounce = (about: FileAbout) => {
		const known = files.get(about.id);
		if (known) {
			if (known.about.token === about.token) handleAgain(known);
			return;
		}
		if (about.bytes > fileLimits.bytes) {
			say({ type: "refuse", id: about.id, why: "overLimit" });
			return;
		}
		if (files.size >= mostFiles || isAskingEnough(about.batch)) {
			say({ type: "refuse", id: about.id, why: "declined" });
			if (files.size < mostFiles) link.complain();
			return;
		}
		files.set(about.id, createArriving(about));
		onChange(about.id);
	};

	/** An honest sender has few blocks on their way, and one that is not whole. */
	const isFull = () => {
		let begun = 0;
		let pending = 0;
		for (const { assembly } of files.values()) {
			if (assembly.block !== null) begun += 1;
			pending += assembly.taken - assembly.have;
		}
		return begun >= pumpLimits.files || pending >= pumpLimits.allBlocks * 2;
	};

	const handleWhole = (file: Arriving, root: string) => {
		const { assembly, about, phase } = file;
		if (phase !== "moving") return;
		const isAll = assembly.taken === blockCountOf(about.bytes);
		if (isAll) void finish(file, root);
		// What was told to begin again may still be on its way.
		else if (!assembly.isAwaitingStart) refuse(file, "misbehaved");
	};

	return {
		async accept(id, open) {
			const file = files.get(id);
			if (file?.phase !== "asking") return;
			file.phase = "preparing";
			onChange(id);
			const { token, name, folders, bytes, type, modifiedAt } = file.about;
			const opened = await open({
				token,
				name,
				folders,
				bytes,
				type,
				modifiedAt,
			});
			if (file.phase !== "preparing") {
				if (opened.ok) await opened.value.remove();
				return;
			}
			if (!opened.ok) return refuse(file, opened.problem);
			const count = blockCountOf(bytes);
			file.sink = opened.value;
			file.digests = new Uint8Array(count * digestBytes);
			const { digests } = opened.value;
			file.assembly.have = Math.min(count, digests.length / digestBytes);
			file.digests.set(digests.subarray(0, file.assembly.have * digestBytes));
			file.phase = "moving";
			onChange(id);
			await sayGo(file);
		},
		hold(id, is) {
			const file = files.get(id);
			if (!file || isOver(file)) return;
			file.isHeldByMe = is;
			say({ type: "hold", id, is });
			onChange(id);
		},
		end(id, why) {
			const file = files.get(id);
			if (file && !isOver(file)) refuse(file, why);
		},
		about: (id) => files.get(id)?.about ?? null,
		view(id) {
			const file = files.get(id);
			if (!file) return null;
			const { problem, isEndedByMe, assembly, about } = file;
			return {
				state: stateOf(file, link.isOpen.peek()),
				problem,
				isEndedByMe,
				doneBytes: Math.min(assembly.have * blockBytes, about.bytes),
			};
		},
		result: (id) => files.get(id)?.result ?? null,
		forget(id) {
			const file = files.get(id);
			if (file) file.result = null;
		},
		handle(message) {
			if (message.type === "announce") return handleAnnounce(message.file);
			const file = "id" in message ? files.get(message.id) : undefined;
			if (!file || isOver(file)) return;
			if (message.type === "withdraw") fail(file, message.why, false);
			if (message.type === "whole") handleWhole(file, message.root);
			if (message.type !== "pause") return;
			file.isPausedByThem = message.is;
			onChange(message.id);
		},
		handlePiece(data) {
			const piece = unpackPiece(data);
			if (!piece.ok) return false;
			const file = files.get(piece.value.id);
			// What was cancelled, or never wanted, may still be on its way.
			if (file?.phase !== "moving") return false;
			if (piece.value.at === 0 && isFull()) {
				refuse(file, "misbehaved");
				return false;
			}
			const taken = takePiece(file.assembly, piece.value);
			if (taken.is === "wrong") refuse(file, "misbehaved");
			if (taken.is === "block") store(file, taken);
			return taken.is !== "wrong";
		},
		handleClose() {
			for (const file of files.values()) {
				if (isOver(file)) continue;
				startOver(file.assembly);
				onChange(file.about.id);
			}
		},
		close() {
			for (const file of files.values()) {
				const { sink } = file;
				if (isOver(file) || !sink) continue;
				file.turn += 1;
				file.sink = null;
				void file.stored.then(() => sink.close());
			}
		},
	};
}
