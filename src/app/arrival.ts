// A link that was opened. Nothing is sent and no device is used before the person presses "answer";
// only a reply finds its own way to the window that waits for it.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
} from "@preact/signals-core";
import { receiveLinks } from "../carriers/link.ts";
import { askTabs } from "../carriers/tabs.ts";
import { copy } from "../carriers/text.ts";
import { type ReadCode, readCode } from "../codec/code.ts";
import { isFrame } from "../codec/frames.ts";
import type { CodeProblem } from "../codec/problem.ts";
import type { Platform } from "./platform.ts";

export type Arrival =
	/** an invite; `isOwn` when a window of this same browser made it */
	| { readonly is: "asked"; readonly code: ReadCode; readonly isOwn: boolean }
	/** a reply on its way to the window that waits for it */
	| { readonly is: "handing" }
	| { readonly is: "handed" }
	/** a reply that no window here waits for */
	| { readonly is: "orphan"; readonly text: string }
	| {
			readonly is: "unreadable";
			readonly problem: CodeProblem | "partOfMoving";
	  };

export type Arrivals = {
	readonly current: ReadonlySignal<Arrival | null>;
	/** How long ago the invite that was opened was made. */
	readonly ageMs: ReadonlySignal<number | null>;
	readonly isCopied: ReadonlySignal<boolean>;
	copyReply(): Promise<void>;
	dismiss(): void;
};

export function createArrivals(
	platform: Platform,
	/** A reply for the session of this very window; true when it was taken. */
	takeHere: (code: ReadCode) => boolean,
	lifetime: AbortSignal,
): Arrivals {
	const current = cell<Arrival | null>(null);
	const isCopied = cell(false);

	const ask = (asked: Parameters<typeof askTabs>[1]) =>
		askTabs(
			platform.tabs,
			asked,
			platform.randomId(),
			platform.ticker.after,
			lifetime,
		);

	const handleInvite = async (code: ReadCode) => {
		const asked = { is: "asked", code, isOwn: false } as const;
		current.value = asked;
		const isOwn = await ask({ type: "whose", id: code.id });
		if (isOwn && current.value === asked)
			current.value = { ...asked, isOwn: true };
	};

	const handleReply = async (code: ReadCode, to: string, text: string) => {
		if (takeHere(code)) return;
		current.value = { is: "handing" };
		const isTaken = await ask({ type: "reply", to, text });
		current.value = isTaken ? { is: "handed" } : { is: "orphan", text };
		if (isTaken) platform.closePage();
	};

	receiveLinks(
		platform.addressBar,
		(text) => {
			const read = readCode(text, platform.now());
			if (!read.ok) {
				const problem = isFrame(text) ? "partOfMoving" : read.problem;
				current.value = { is: "unreadable", problem };
				return;
			}
			const { replyTo } = read.value;
			if (replyTo === null) void handleInvite(read.value);
			else void handleReply(read.value, replyTo, text);
		},
		lifetime,
	);

	return {
		current,
		ageMs: computed(() => {
			const arrival = current.value;
			if (arrival?.is !== "asked" || arrival.code.madeAt === null) return null;
			return Math.max(0, platform.now() - arrival.code.madeAt);
		}),
		isCopied,
		async copyReply() {
			if (current.value?.is === "orphan")
				isCopied.value = await copy(platform.clipboard, current.value.text);
		},
		dismiss() {
			current.value = null;
		},
	};
}
