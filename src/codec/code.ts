// A description ⇄ a code: the only file of this folder that the rest of the app needs.
// Nothing that anybody hands in makes reading throw.

import { bad, good } from "../lib/result.ts";
import { armor } from "./base32.ts";
import { packCard, unpackCard } from "./card.ts";
import { cardFromSdp, sdpFromCard } from "./card-sdp.ts";
import { toDigits } from "./decimal.ts";
import { type Envelope, wrap } from "./envelope.ts";
import { findCodes } from "./find.ts";
import { findForeign } from "./foreign.ts";
import { packFull, unpackFull } from "./full.ts";
import { identityOf, isTag } from "./identity.ts";
import { asLocked, isLocked } from "./locked.ts";
import { marks } from "./marks.ts";
import { minuteOf, timeOf } from "./minute.ts";
import type { Unread } from "./problem.ts";

export type CodeKind = "invite" | "reply";

export type Description = {
	readonly type: "offer" | "answer";
	readonly sdp: string;
};

export type WrittenCode = {
	readonly text: string;
	readonly bytes: Uint8Array;
	readonly digits: string;
	readonly kind: CodeKind;
	readonly format: "card" | "full";
	readonly id: string;
};

export type ReadCode = Description & {
	readonly kind: CodeKind;
	readonly format: "card" | "full";
	/** Null when it comes from another tool, which does not say. */
	readonly madeAt: number | null;
	readonly id: string;
	readonly replyTo: string | null;
};

/** A long email thread is a tenth of this. */
const maxTextLength = 2 ** 20;

export function writeCode(
	description: Description,
	options: {
		readonly now: number;
		readonly replyTo?: string;
		readonly prune?: boolean;
	},
): WrittenCode {
	const { type, sdp } = description;
	const replyTo = options.replyTo ?? null;
	if (replyTo !== null && !isTag(replyTo))
		throw new RangeError("replyTo is not the id of a code");
	const card = cardFromSdp(type, sdp, options.prune ?? true);
	const { flags, body } =
		card === null ? packFull(description) : packCard(card);
	const format = card === null ? "full" : "card";
	const bytes = wrap({
		shape: format,
		flags,
		minute: minuteOf(options.now),
		replyTo,
		body: Uint8Array.from(body),
	});
	const kind = kindOf(type, replyTo);
	return {
		text: marks[kind] + armor(bytes),
		bytes,
		digits: toDigits(bytes),
		kind,
		format,
		id: identityOf(sdp),
	};
}

/** `mine`: the id of the reader's own code. In a thread that quotes it, what answers it is what is meant. */
export function readCode(
	text: string,
	now: number = Date.now(),
	mine: string | null = null,
): { readonly ok: true; readonly value: ReadCode } | Unread {
	if (text.length > maxTextLength) return bad("tooLong");
	const { envelopes, problem } = findCodes(text);
	const locked = envelopes.filter(isLocked);
	const opened = openBest(
		envelopes.filter((one) => !isLocked(one)),
		now,
		mine,
	);
	const isRead = opened !== null && typeof opened === "object";
	// A thread may quote mine in the open above a reply that is locked.
	if (isRead && (locked.length === 0 || opened.id !== mine))
		return good(opened);
	if (locked.length > 0)
		return {
			ok: false,
			problem: "locked",
			locked: locked.slice(0, maxLocked).map(asLocked),
		};
	const foreign = findForeign(text);
	if (foreign === null)
		return opened === null || isRead ? problem : bad(opened);
	return good({
		...foreign,
		kind: kindOf(foreign.type, null),
		format: "full",
		madeAt: null,
		id: identityOf(foreign.sdp),
		replyTo: null,
	});
}

/** Bounds the work on a text that is made of codes which cannot be opened. */
const maxOpened = 8;
const maxOpenedBytes = 2 ** 14;
/** Each takes its time to be opened, on purpose. */
const maxLocked = 4;

/**
 * What answers mine, else what is not mine, else mine; of several the newest; of the same minute a reply,
 * because it quotes its invite.
 */
function openBest(
	envelopes: readonly Envelope[],
	now: number,
	mine: string | null,
): ReadCode | "damaged" | "newerVersion" | null {
	const sorted = envelopes.toSorted(
		(a, b) =>
			timeOf(b.minute, now) - timeOf(a.minute, now) ||
			Number(b.replyTo !== null) - Number(a.replyTo !== null),
	);
	const rank = ({ id, replyTo }: ReadCode) =>
		mine === null ? 0 : Number(replyTo === mine) - Number(id === mine);
	let best: ReadCode | null = null;
	let problem: "damaged" | "newerVersion" | null = null;
	let bytes = 0;
	for (const envelope of sorted.slice(0, maxOpened)) {
		bytes += envelope.body.length;
		if (bytes > maxOpenedBytes) break;
		const opened = open(envelope, now);
		if (typeof opened === "object") {
			if (best === null || rank(opened) > rank(best)) best = opened;
			continue;
		}
		// That a newer page is needed helps more than that something is broken.
		if (problem !== "newerVersion") problem = opened;
	}
	return best ?? problem;
}

const kindOf = (type: Description["type"], replyTo: string | null): CodeKind =>
	replyTo !== null || type === "answer" ? "reply" : "invite";

export function open(
	envelope: Envelope,
	now: number,
): ReadCode | "damaged" | "newerVersion" {
	const description = describe(envelope);
	if (description === "newer") return "newerVersion";
	if (description === "damaged") return "damaged";
	const { type, sdp } = description;
	const { replyTo, minute } = envelope;
	return {
		kind: kindOf(type, replyTo),
		format: envelope.shape === "card" ? "card" : "full",
		type,
		sdp,
		madeAt: timeOf(minute, now),
		id: identityOf(sdp),
		replyTo,
	};
}

function describe({
	shape,
	flags,
	body,
}: Envelope): Description | "damaged" | "newer" {
	if (shape === "full") return unpackFull(flags, body);
	if (shape !== "card") return "newer";
	const card = unpackCard(flags, body);
	if (typeof card === "string") return card;
	return { type: card.type, sdp: sdpFromCard(card) };
}
