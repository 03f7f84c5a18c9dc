// The two codes of a session: mine as it stands, theirs as it was taken, and what is to be said about either.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { ReadCode } from "../codec/code.ts";
import { bad, type Result } from "../lib/result.ts";
import type { Link } from "./link.ts";
import type { Event } from "./machine.ts";
import { createMyCode, type MyCode } from "./my-code.ts";
import type { Agreement } from "./negotiate.ts";
import type { SessionProblem } from "./problem.ts";
import { reachOf } from "./reach.ts";
import { asRemote } from "./remote.ts";
import { identityOf, isPlain } from "./roles.ts";
import {
	agree,
	doesYield,
	isForeign,
	isForeignOffer,
	judge,
	setupFor,
	type Taken,
} from "./take.ts";

export type Exchange = {
	readonly mine: MyCode;
	readonly problem: ReadonlySignal<SessionProblem | null>;
	theirs(): Taken | null;
	/** Theirs by which the two were connected last. */
	putBack(taken: Taken | null): void;
	/** Whom this session was connected to, once it was. */
	known(): string | null;
	isForeign(): boolean;
	isForeignOffer(): boolean;
	/** What both sides come to from the two codes; null with another tool. */
	agreement(mySdp: string): Agreement | null;
	take(code: ReadCode): Result<Event | null, SessionProblem>;
	write(link: Link): void;
	/** What has to happen next, where the browser would not have theirs. */
	apply(link: Link, isStale: () => boolean): Promise<Event | null>;
	/** What the next code is there for: the browser has closed the connection that mine, if it had left, belonged to. */
	noteDeath(): void;
	/** The same: the handshake for it has failed. */
	noteMixUp(): void;
	closedBy(): void;
	connected(): void;
};

export function createExchange(
	now: () => number,
	didAskServers: boolean,
): Exchange {
	const problem = cell<SessionProblem | null>(null);
	const mine = createMyCode(now);
	let taken: Taken | null = null;
	let known: string | null = null;
	/** What became of an earlier code of mine, or theirs; said beside the new one. */
	let remark: SessionProblem | null = null;

	return {
		mine,
		problem,
		theirs: () => taken,
		putBack(former) {
			taken = former;
		},
		known: () => known,
		isForeign: () => taken !== null && isForeign(taken),
		isForeignOffer: () => taken !== null && isForeignOffer(taken),
		agreement: (mySdp) =>
			taken && !isForeign(taken) ? agree(taken, mySdp) : null,
		take(code) {
			const they = identityOf(code.sdp);
			// Another tool may name several; of it nothing is claimed.
			if (!they || (code.madeAt !== null && !isPlain(code.sdp)))
				return bad("unusable");
			const { fingerprint } = they;
			const myId = mine.code.value?.id ?? null;
			const verdict = judge(code, fingerprint, { myId, taken, known });
			if (!verdict.ok) return verdict;
			remark = null;
			if (verdict.value === "tookFresh")
				taken = { code, fingerprint, shownAt: null };
			else taken ??= { code, fingerprint, shownAt: mine.shownAt() };
			return verdict;
		},
		write(link) {
			const sdp = link.told();
			problem.value = remark ?? reachOf(sdp, didAskServers);
			mine.write(sdp, taken);
			link.forgetFound();
		},
		async apply(link, isStale) {
			const theirs = taken;
			try {
				await link.described;
				if (!theirs || isStale() || taken !== theirs) return null;
				const setup = setupFor(theirs, link.sdp());
				const remote = asRemote(theirs.code.sdp, setup);
				await link.apply(remote, doesYield(theirs, link.sdp()));
				return null;
			} catch {
				if (!theirs || isStale() || taken !== theirs) return null;
				remark = "unusable";
				// For theirs this link was made, or gave up what it had; an invite needs another one.
				const isMadeForIt =
					isForeignOffer(theirs) || doesYield(theirs, link.sdp());
				return isMadeForIt ? "outdated" : "refused";
			}
		},
		noteDeath() {
			if (mine.isFrozen()) remark = taken ? "replyRenewed" : "inviteRenewed";
		},
		noteMixUp() {
			const isMyInvite = mine.code.value?.kind === "invite";
			remark = isMyInvite ? "inviteContested" : "replyContested";
		},
		closedBy() {
			problem.value = "connectionClosed";
		},
		connected() {
			problem.value = null;
			remark = null;
			known = taken?.fingerprint ?? null;
		},
	};
}
