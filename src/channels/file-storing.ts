// Stores what arrives, one block after the other, each checked before it counts; and tells the sender
// how far it is. Whatever was under way for a file is void as soon as its turn changes.

import type { FileEnd, FileMessage } from "../wire/file.ts";
import { blockCountOf, digestBytes } from "../wire/file-piece.ts";
import { type Arriving, isOver } from "./file-arriving.ts";
import { startOver, type Taken } from "./file-assembly.ts";
import { hex, isSame } from "./file-sums.ts";
import type { Digest } from "./file-types.ts";

const mostDamages = 3;

export function createStoring(
	say: (message: FileMessage) => void,
	digest: Digest,
	onChange: (id: number) => void,
) {
	const fail = (file: Arriving, why: FileEnd, isEndedByMe: boolean) => {
		const { sink } = file;
		file.turn += 1;
		file.sink = null;
		startOver(file.assembly);
		Object.assign(file, { phase: "failed", problem: why, isEndedByMe });
		// What cannot be gone on from is not kept; what broke off may be asked for again.
		const canGoOn = why === "unreadable" || why === "notStored";
		const { stored } = file;
		if (sink) void stored.then(() => (canGoOn ? sink.close() : sink.remove()));
		onChange(file.about.id);
	};

	const refuse = (file: Arriving, why: FileEnd) => {
		fail(file, why, true);
		say({ type: "refuse", id: file.about.id, why });
	};

	const rootOf = async ({ digests }: Arriving, blocks: number) =>
		hex(await digest(digests.slice(0, blocks * digestBytes)));

	/** Tells the sender where to go on, once everything that was taken is stored. */
	const sayGo = async (file: Arriving) => {
		file.turn += 1;
		startOver(file.assembly);
		const { turn } = file;
		await file.stored;
		if (file.turn !== turn) return;
		startOver(file.assembly);
		const blocks = file.assembly.have;
		const root = await rootOf(file, blocks);
		if (file.turn !== turn) return;
		const { id } = file.about;
		say({ type: "go", id, blocks, root });
		if (file.isHeldByMe) say({ type: "hold", id, is: true });
	};

	const handleDamage = (file: Arriving) => {
		file.damages += 1;
		if (file.damages > mostDamages) refuse(file, "damaged");
		else void sayGo(file);
	};

	const store = (file: Arriving, taken: Taken & { readonly is: "block" }) => {
		const { turn, about, assembly } = file;
		const summing = digest(taken.bytes);
		// Awaited in its turn only; until then its failing is nobody's.
		summing.catch(() => {});
		file.stored = file.stored.then(async () => {
			try {
				const isWhole = isSame(await summing, taken.digest);
				if (file.turn !== turn || !file.sink) return;
				if (!isWhole) return handleDamage(file);
				const { block, bytes, digest } = taken;
				assembly.spare = await file.sink.write(block, bytes, digest);
			} catch {
				if (file.turn === turn) refuse(file, "notStored");
				return;
			}
			if (isOver(file)) return;
			file.digests.set(taken.digest, taken.block * digestBytes);
			assembly.have = taken.block + 1;
			say({ type: "have", id: about.id, blocks: assembly.have });
			onChange(about.id);
		});
	};

	const finish = async (file: Arriving, root: string) => {
		const { turn, about, assembly, sink } = file;
		const count = blockCountOf(about.bytes);
		await file.stored;
		if (file.turn !== turn || assembly.have !== count || !sink) return;
		const mine = await rootOf(file, count);
		if (file.turn !== turn) return;
		if (mine !== root) return refuse(file, "damaged");
		file.phase = "finishing";
		try {
			file.result = await sink.finish();
		} catch {
			if (file.turn === turn) refuse(file, "notStored");
			return;
		}
		if (file.turn !== turn) return;
		file.sink = null;
		file.phase = "done";
		say({ type: "complete", id: about.id });
		onChange(about.id);
	};

	return { fail, refuse, sayGo, store, finish };
}
