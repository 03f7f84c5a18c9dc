// The exchange: my code goes out, theirs comes in, in any order and by any carrier; and what is due now.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
	untracked,
} from "@preact/signals-core";
import type { Session } from "../peer/session.ts";
import type { Settings } from "../settings/settings.ts";
import { createMade } from "./made.ts";
import { createMine, type Mine } from "./mine.ts";
import { createPaste, type Paste } from "./paste.ts";
import type { Platform } from "./platform.ts";
import { createRequest, type Request } from "./remedy.ts";
import { createTheirs, type Others, type Theirs } from "./theirs.ts";
import { createUsed } from "./used.ts";

/** The one thing that is due now. */
export type Step =
	| "making"
	| "exchange"
	| "waitForReply"
	| "replying"
	| "handBack"
	/** an invite came where a reply was waited for: they have not taken mine in */
	| "crossed"
	| "waitForThem"
	| "joining"
	| "joiningLong"
	| "stalled";

export type Connect = {
	readonly step: ReadonlySignal<Step>;
	readonly mine: Mine;
	readonly theirs: Theirs;
	readonly paste: Paste;
	readonly request: Request;
	/** Face to face: my code large, and the camera beside it looking at theirs, both at once. */
	readonly isFacing: ReadonlySignal<boolean>;
	face(): void;
	unface(): void;
};

// With both codes in, a connection stands within a second, or a few where names must be looked up.
const longMs = 15_000;
const heardMs = 2_000;

export function createConnect(
	platform: Platform,
	session: Session,
	settings: Signal<Settings>,
	clock: ReadonlySignal<number>,
	others: Others,
	lifetime: AbortSignal,
): Connect {
	const isFacing = cell(false);
	const mine = createMine(platform, session, clock, lifetime);
	const theirs = createTheirs(
		platform,
		session,
		settings,
		clock,
		others,
		mine,
		() => isFacing.value && session.state.value !== "joining",
		lifetime,
	);

	const unface = () => {
		isFacing.value = false;
		theirs.scan.stop();
	};

	let hasMet = false;
	const celebrate = () => {
		// Where their code came in only just now, that has been heard already.
		const isNews = platform.now() - theirs.takenAt.peek() > heardMs;
		if (!hasMet && isNews) platform.celebrate(settings.peek().sounds);
		hasMet = true;
	};

	const stop = effect(() => {
		const state = session.state.value;
		// What it reads in doing so is none of this effect's business.
		if (state === "connected" || state === "closed") untracked(unface);
		const theirCode = theirs.code.peek();
		if (state === "connected") {
			celebrate();
			createMade(platform.made, platform.now).settle();
		}
		if (state === "connected" && theirCode?.kind === "invite")
			createUsed(platform.used).remember(theirCode, "connected");
	});
	lifetime.addEventListener("abort", stop);

	return {
		step: computed<Step>(() => {
			const isSent = mine.sent.value !== null;
			switch (session.state.value) {
				case "gathering":
					return "making";
				case "preparing":
					return "replying";
				case "inviting":
					return isSent ? "waitForReply" : "exchange";
				case "answering":
					if (isSent) return "waitForThem";
					return mine.didSendInvite.value ? "crossed" : "handBack";
				case "stalled":
					return "stalled";
				default:
					return clock.value - theirs.takenAt.value > longMs
						? "joiningLong"
						: "joining";
			}
		}),
		mine,
		theirs,
		paste: createPaste(platform.clipboard, theirs.take),
		request: createRequest(platform),
		isFacing,
		face() {
			isFacing.value = true;
			void theirs.scan.start("user");
		},
		unface,
	};
}
