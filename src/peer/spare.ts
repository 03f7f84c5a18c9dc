// A second link beside the one in use, its code exchanged while there still was a way to: where the path is gone, both
// sides open it without a word. In a browser that goes on looking for addresses it knows the new network before we do.

import { readCode, writeCode } from "../codec/code.ts";
import type { ControlMessage } from "../wire/control.ts";
import type { Link, LinkEvent } from "./link.ts";
import { asRemote, asSent } from "./remote.ts";
import { identityOf, isPlain } from "./roles.ts";
import type { SessionPlatform } from "./rtc.ts";
import { setupFor, type Taken } from "./take.ts";

export type Spare = {
	/** Once a link is in use. */
	prepare(): void;
	/** Their half of it. */
	handle(code: string): void;
	/** An event of a link that is not the one in use. */
	on(event: LinkEvent, from: Link): void;
	/** Whether it can be opened, or is just being opened. */
	isReady(): boolean;
	open(): void;
	/** The path has come back: this one is used up, and soon replaced. */
	rest(): void;
	/** Now it is the link in use. */
	take(): { readonly link: Link; readonly taken: Taken } | null;
	close(): void;
};

/** How long the second link may take to open where the first has been closed. */
export const spareMs = 10_000;
// A last word of the old link may still come when the other side has already gone over.
const restMs = 5_000;
/** Enough for every change of network of a long day; a hostile page may send them without end. */
const maxCodes = 200;

type Half = { readonly link: Link; readonly madeAt: number };

export function createSpare(
	platform: Pick<SessionPlatform, "ticker" | "now">,
	make: () => Promise<Link | null>,
	known: () => string | null,
	say: (message: ControlMessage) => void,
	onOpened: () => void,
	lifetime: AbortSignal,
): Spare {
	let mine: Half | null = null;
	let theirs: Taken["code"] | null = null;
	let using = new AbortController();
	let resting = new AbortController();
	let isOpening = false;
	let count = 0;
	/** Tells a link that was made for a spare that is no longer wanted. */
	let turn = 0;

	const close = () => {
		turn += 1;
		using.abort();
		mine?.link.close();
		mine = null;
		isOpening = false;
	};
	lifetime.addEventListener("abort", close);

	const prepare = async () => {
		close();
		const own = turn;
		const link = await make().catch(() => null);
		if (!link) return;
		if (own !== turn || lifetime.aborted) link.close();
		else mine = { link, madeAt: platform.now() };
	};

	const offer = () => {
		if (!mine || isOpening) return;
		const sdp = asSent(mine.link.told(), "actpass");
		const { text } = writeCode({ type: "offer", sdp }, { now: mine.madeAt });
		say({ type: "spare", code: text });
	};

	const takenOf = ({ madeAt }: Half): Taken | null => {
		const fingerprint = known();
		return theirs && fingerprint !== null
			? { code: theirs, fingerprint, shownAt: madeAt }
			: null;
	};

	return {
		prepare: () => void prepare(),
		close,
		handle(code) {
			count += 1;
			if (count > maxCodes) return;
			const read = readCode(code, platform.now());
			if (!read.ok || read.value.madeAt === null) return;
			const { sdp } = read.value;
			// Nobody else can take the place of the person who was let in.
			if (isPlain(sdp) && identityOf(sdp)?.fingerprint === known())
				theirs = read.value;
		},
		on(event, from) {
			if (from !== mine?.link) return;
			if (event === "gathered") offer();
			if (event === "opened") onOpened();
		},
		isReady: () => mine !== null && theirs !== null && !mine.link.isClosed(),
		open() {
			// The path has gone again: replaced now, this half would be one that they know nothing of.
			resting.abort();
			const half = mine;
			const taken = half && takenOf(half);
			if (!half || !taken || isOpening) return;
			isOpening = true;
			using = new AbortController();
			const { signal } = using;
			const { link } = half;
			link
				.apply(asRemote(taken.code.sdp, setupFor(taken, link.sdp())), false)
				.then(() => signal.aborted || link.wait(signal))
				.catch(() => {});
		},
		rest() {
			if (!isOpening) return;
			resting.abort();
			resting = new AbortController();
			platform.ticker.after(
				restMs,
				() => void prepare(),
				AbortSignal.any([lifetime, using.signal, resting.signal]),
			);
		},
		take() {
			const taken = mine && takenOf(mine);
			if (!mine || !taken) return null;
			const { link } = mine;
			turn += 1;
			using.abort();
			mine = null;
			theirs = null;
			isOpening = false;
			return { link, taken };
		},
	};
}
