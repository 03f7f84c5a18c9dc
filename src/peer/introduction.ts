// Who has been met, as the codes and the browser say, and a line on which the two find out whether that is true.
// The first link settles it: every later one belongs to the same person, or it is not let in.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { ControlMessage } from "../wire/control.ts";
import type { VerifyMessage } from "../wire/verify.ts";
import type { Link } from "./link.ts";
import type { Agreement } from "./negotiate.ts";
import type { Breach } from "./problem.ts";

/** What a code says of its maker's end. */
export type Party = {
	readonly fingerprint: string;
	readonly userName: string;
	readonly password: string;
};

export type Met =
	/** another tool: it has nothing of ours to verify with */
	| { readonly is: "foreign" }
	| {
			readonly is: "member";
			/** Of the DTLS handshake. */
			readonly isClient: boolean;
			readonly me: Party;
			readonly them: Party;
	  };

export type Introduction = {
	/** Null until there was a first link. */
	readonly met: ReadonlySignal<Met | null>;
	/** How many links have carried this session: what was on its way over the one before may be lost. */
	readonly linkCount: ReadonlySignal<number>;
	say(message: VerifyMessage): void;
	/** From now on, and what has come so far. */
	onMessage(handle: (message: VerifyMessage) => void): void;
	/** What the browser itself was shown in the handshake of the present link, where it tells. */
	certificate(): Uint8Array | null;
	/** Ends the session because of it. */
	end(why: Breach): void;
};

export type OwnedIntroduction = {
	readonly face: Introduction;
	hear(message: VerifyMessage): void;
	/** There is no agreement with another tool. */
	greet(link: Link, theirSdp: string, agreement: Agreement | null): void;
};

// An honest device says five things at most before the other has loaded what listens.
const mostEarly = 16;

const field = (sdp: string, name: string): string =>
	new RegExp(`^a=${name}:(.*?)\\r?$`, "m").exec(sdp)?.[1] ?? "";

export function partyOf(sdp: string): Party {
	return {
		fingerprint: field(sdp, "fingerprint").toUpperCase(),
		userName: field(sdp, "ice-ufrag"),
		password: field(sdp, "ice-pwd"),
	};
}

export function createIntroduction(
	say: (message: ControlMessage) => void,
	end: (why: Breach) => void,
): OwnedIntroduction {
	const met = cell<Met | null>(null);
	const linkCount = cell(0);
	const early: VerifyMessage[] = [];
	let handler: ((message: VerifyMessage) => void) | null = null;
	let link: Link | null = null;

	return {
		face: {
			met,
			linkCount,
			say: (body) => say({ type: "verify", body }),
			onMessage(handle) {
				handler = handle;
				for (const message of early.splice(0)) handle(message);
			},
			certificate: () => link?.certificate() ?? null,
			end,
		},
		hear(message) {
			if (handler) handler(message);
			else if (early.length < mostEarly) early.push(message);
		},
		greet(next, theirSdp, agreement) {
			link = next;
			// A later link has names of its own; what was verified stays what it was.
			met.value ??=
				agreement === null
					? { is: "foreign" }
					: {
							is: "member",
							isClient: agreement.isClient,
							me: partyOf(next.sdp()),
							them: partyOf(theirSdp),
						};
			linkCount.value += 1;
		},
	};
}
