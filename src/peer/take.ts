// Whether a code that was read belongs to this session, and what it means for it.

import type { ReadCode } from "../codec/code.ts";
import { bad, good, type Result } from "../lib/result.ts";
import type { Event } from "./machine.ts";
import type { SessionProblem } from "./problem.ts";

export function judge(
	code: ReadCode,
	myId: string | null,
	takenId: string | null,
): Result<Event | null, SessionProblem> {
	if (code.id === myId) return bad("ownCode");
	const isForMe = code.replyTo !== null && code.replyTo === myId;
	if (takenId !== null) {
		if (code.id !== takenId) return bad("alreadyTaken");
		// The same person again: a reply says that mine has reached them, an invite says nothing new.
		return good(isForMe ? "tookReply" : null);
	}
	if (code.kind === "invite") return good("tookInvite");
	return isForMe ? good("tookReply") : bad("otherInvite");
}
