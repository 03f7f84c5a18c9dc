// Whether a code that was read belongs to this session, and what it means for it.

import type { ReadCode } from "../codec/code.ts";
import { bad, good, type Result } from "../lib/result.ts";
import type { Event } from "./machine.ts";
import type { Agreement } from "./negotiate.ts";
import type { SessionProblem } from "./problem.ts";
import {
	identityOf,
	isClient,
	isFirefox,
	isLeading,
	type Setup,
} from "./roles.ts";

export type Taken = {
	readonly code: ReadCode;
	readonly fingerprint: string;
	/** When an invite of mine had been shown by then, if it had: a screen can be read without its knowing. */
	readonly shownAt: number | null;
};

/** Codes of other tools say neither when they were made nor what they answer. */
export const isForeign = ({ code }: Taken): boolean => code.madeAt === null;

export const isForeignOffer = (taken: Taken): boolean =>
	isForeign(taken) && taken.code.type === "offer";

export type Situation = {
	readonly myId: string | null;
	readonly taken: Taken | null;
	/** Whom this session was connected to, once it was: it never becomes somebody else's. */
	readonly known: string | null;
};

export function judge(
	code: ReadCode,
	fingerprint: string,
	{ myId, taken, known }: Situation,
): Result<Event | null, SessionProblem> {
	if (code.id === myId) return bad("ownCode");
	const isForMe = code.replyTo !== null && code.replyTo === myId;
	const person = taken?.fingerprint ?? known;
	if (person !== null && fingerprint !== person) {
		// Two people hold the same invite; one of them may not be the one it was made for.
		if (isForMe) return bad("usedInvite");
		return bad(known === null ? "alreadyTaken" : "otherPerson");
	}
	if (taken !== null) {
		// The same code again: a reply says that mine has reached them, an invite says nothing new.
		if (code.id === taken.code.id) return good(isForMe ? "tookReply" : null);
		return good(isForMe ? "tookStale" : "tookFresh");
	}
	if (code.madeAt === null && code.type === "offer") return good("tookOffer");
	// Whether it answers mine only the browser can tell.
	if (code.madeAt === null && myId !== null) return good("tookReply");
	if (code.kind === "invite") return good("tookInvite");
	return isForMe ? good("tookReply") : bad("otherInvite");
}

/** What both sides come to from the two codes. Only asked for once both are there. */
export function agree(
	{ code, fingerprint, shownAt }: Taken,
	mySdp: string,
): Agreement {
	const me = identityOf(mySdp);
	const they = identityOf(code.sdp);
	if (!me || !they) throw new Error("A description without identity");
	return {
		isClient: isClient(
			{ ...me, madeAt: shownAt },
			{ ...they, madeAt: code.madeAt },
			shownAt !== null,
		),
		isLeading: isLeading(me, they),
		theirFingerprint: fingerprint,
	};
}

/**
 * Of two that have both offered, both want to control the search. The other engines settle that by the answers to their
 * checks; Firefox only by a check that comes in, and where routers let one side's in alone, sometimes never. So a Firefox
 * that replies to a Firefox answers for real. Its addresses are then others, so no invite of its own may have been seen.
 */
export function doesYield({ code, shownAt }: Taken, mySdp: string): boolean {
	const isReplying = code.kind === "invite" && code.madeAt !== null;
	const areFirefox = isFirefox(code.sdp) && isFirefox(mySdp);
	return isReplying && areFirefox && shownAt === null;
}

/** How theirs has to read when this browser is given it. */
export function setupFor(theirs: Taken, mySdp: string): Setup {
	if (isForeignOffer(theirs)) return "actpass";
	return agree(theirs, mySdp).isClient ? "passive" : "active";
}
