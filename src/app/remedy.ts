// What helps after a mistake, besides the sentence that names it: one thing to press.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { share } from "../carriers/share.ts";
import { copy } from "../carriers/text.ts";
import type { Platform } from "./platform.ts";
import type { TakeProblem } from "./theirs.ts";

export type Remedy =
	/** my code goes to them; it came back to me, or never got there */
	| "send"
	/** a fresh code of mine */
	| "renew"
	/** they are asked for theirs once more, in one piece */
	| "askWhole"
	/** they are asked for a fresh one */
	| "askFresh"
	/** the camera sees more of it than a photograph */
	| "scan";

const remedies: Partial<Readonly<Record<TakeProblem, Remedy>>> = {
	ownCode: "send",
	otherInvite: "send",
	replacedInvite: "send",
	usedInvite: "renew",
	cutOff: "askWhole",
	damaged: "askWhole",
	spentInvite: "askFresh",
	unusable: "askFresh",
	partOfMoving: "scan",
};

export const remedyFor = (problem: TakeProblem): Remedy | null =>
	remedies[problem] ?? null;

/** A few words for the other person, by way of the person who reads this. */
export type Request = {
	readonly isOut: ReadonlySignal<boolean>;
	send(text: string): Promise<void>;
};

export function createRequest(
	platform: Pick<Platform, "clipboard" | "shareSheet">,
): Request {
	const isOut = cell(false);
	const { clipboard, shareSheet } = platform;
	return {
		isOut,
		async send(text) {
			isOut.value = shareSheet.canShare
				? await share(shareSheet, text)
				: await copy(clipboard, text);
		},
	};
}
