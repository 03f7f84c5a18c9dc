// A link that was opened. Nothing is sent and no device is used before the person presses "answer";
// only a reply finds its own way to the window that waits for it.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
} from "@preact/signals-core";
import { asScannable, receiveLinks } from "../carriers/link.ts";
import type { QrModules } from "../carriers/qr.ts";
import { askTabs, type Sleeper } from "../carriers/tabs.ts";
import { copy } from "../carriers/text.ts";
import { type ReadCode, readCode } from "../codec/code.ts";
import { isFrame } from "../codec/frames.ts";
import type { CodeProblem, LockedCode } from "../codec/problem.ts";
import { createMade } from "./made.ts";
import type { TakeLocked } from "./meetings.ts";
import type { Platform } from "./platform.ts";
import type { Opened, Unlocking } from "./unlocking.ts";
import { createUsed } from "./used.ts";

export type Arrival =
	/** an invite; `isOwn` when a window of this same browser made it */
	| {
			readonly is: "asked";
			readonly code: ReadCode;
			readonly isOwn: boolean;
			/** What opened it, if it was locked. */
			readonly passphrase: string | null;
			/** A reply to it was made on this device before, and nobody came. */
			readonly isAnswered: boolean;
			/** It came by a picture: only those spell codes in digits. */
			readonly isScanned: boolean;
	  }
	/** nobody knows what it is before it has been opened */
	| { readonly is: "locked"; readonly unlocking: Unlocking }
	/** a reply on its way to the window that waits for it */
	| { readonly is: "handing" }
	| { readonly is: "handed" }
	/** the window that waits for it is there, and does not answer */
	| { readonly is: "asleep" }
	/** a reply that no window here waits for; `isGone` when one did, and was closed */
	| { readonly is: "orphan"; readonly text: string; readonly isGone: boolean }
	| {
			readonly is: "unreadable";
			readonly problem: CodeProblem | "partOfMoving" | "spentInvite";
	  };

export type Arrivals = {
	/** Like a link that was opened, by whatever way it came. */
	handle(text: string): void;
	readonly current: ReadonlySignal<Arrival | null>;
	/** How long ago the invite that was opened was made. */
	readonly ageMs: ReadonlySignal<number | null>;
	readonly isCopied: ReadonlySignal<boolean>;
	/** A reply that belongs on another device, for that one's camera. */
	readonly qr: ReadonlySignal<QrModules | null>;
	copyReply(): Promise<void>;
	dismiss(): void;
};

/** A denser one is hard to read off a phone. */
const maxQrVersion = 15;

export function createArrivals(
	platform: Platform,
	/** A reply for the session of this very window; true when it was taken. */
	takeHere: (code: ReadCode) => boolean,
	takeLockedHere: TakeLocked,
	lifetime: AbortSignal,
): Arrivals {
	const current = cell<Arrival | null>(null);
	const isCopied = cell(false);
	const qr = cell<QrModules | null>(null);
	const made = createMade(platform.made, platform.now);

	/** For the device on which it belongs. */
	const draw = async (text: string) => {
		const { drawQr, qrVersionOf } = await import("../carriers/qr.ts");
		const link = asScannable(platform.pageUrl, text);
		if ((qrVersionOf(link) ?? Infinity) <= maxQrVersion)
			qr.value = drawQr(link);
	};

	let asking = new AbortController();
	const ask = (
		asked: Parameters<typeof askTabs>[1],
		sleeper: Sleeper | null = null,
	) => {
		asking.abort();
		asking = new AbortController();
		return askTabs(
			platform.tabs,
			asked,
			platform.randomId(),
			platform.ticker.after,
			AbortSignal.any([lifetime, asking.signal]),
			sleeper,
		);
	};

	const handleInvite = async (
		code: ReadCode,
		passphrase: string | null,
		sent: string,
	) => {
		const use = createUsed(platform.used).how(code);
		if (use === "connected") {
			current.value = { is: "unreadable", problem: "spentInvite" };
			return;
		}
		const asked = {
			is: "asked",
			code,
			isOwn: false,
			passphrase,
			isAnswered: use === "answered",
			isScanned: /^\d+$/.test(sent),
		} as const;
		current.value = asked;
		const isOwn = await ask({ type: "whose", id: code.id });
		if (isOwn && current.value === asked)
			current.value = { ...asked, isOwn: true };
	};

	/** `text` is for the windows of this browser; `sent` is how it came. */
	const handleReply = async (
		code: ReadCode,
		to: string,
		text: string,
		sent: string,
	) => {
		if (takeHere(code)) {
			current.value = null;
			return;
		}
		current.value = { is: "handing" };
		const isTaken = await ask(
			{ type: "reply", to, text },
			{
				isThere: () => platform.owners.isClaimed(to),
				onAsleep() {
					current.value = { is: "asleep" };
				},
			},
		);
		const isGone = made.has(to);
		current.value = isTaken
			? { is: "handed" }
			: { is: "orphan", text: sent, isGone };
		if (!isTaken && !isGone) void draw(sent);
		if (isTaken) platform.closePage();
	};

	/** The windows that hold a passphrase know best; the person is asked when none of them could open it. */
	const findWindow = async (locked: readonly LockedCode[]) => {
		if (await takeLockedHere(locked)) {
			current.value = null;
			return true;
		}
		const text = locked.map((one) => one.text).join("\n");
		const isTaken = await ask({ type: "locked", text });
		if (isTaken) {
			current.value = { is: "handed" };
			platform.closePage();
		}
		return isTaken;
	};

	const handleOpened = (opened: readonly Opened[], sent: string) => {
		const best =
			opened.find(({ code }) => code.replyTo !== null) ?? opened.at(0);
		if (!best) return;
		const { code, text, passphrase } = best;
		if (code.replyTo === null) void handleInvite(code, passphrase, sent);
		else void handleReply(code, code.replyTo, text, sent);
	};

	const handleLocked = async (locked: readonly LockedCode[], sent: string) => {
		const { createUnlocking } = await import("./unlocking.ts");
		const unlocking = createUnlocking(
			platform,
			{
				known: () => null,
				handle: (opened) => handleOpened(opened, sent),
				fail(problem) {
					current.value = { is: "unreadable", problem };
				},
			},
			lifetime,
		);
		current.value = { is: "locked", unlocking };
		await unlocking.ask(locked, () => findWindow(locked));
	};

	const handle = (text: string) => {
		const read = readCode(text, platform.now());
		if (!read.ok && read.problem === "locked")
			return void handleLocked(read.locked, text);
		if (!read.ok) {
			const problem = isFrame(text) ? "partOfMoving" : read.problem;
			current.value = { is: "unreadable", problem };
			return;
		}
		const { replyTo } = read.value;
		if (replyTo === null) void handleInvite(read.value, null, text);
		else void handleReply(read.value, replyTo, text, text);
	};
	receiveLinks(platform.addressBar, handle, lifetime);

	return {
		current,
		handle,
		ageMs: computed(() => {
			const arrival = current.value;
			if (arrival?.is !== "asked" || arrival.code.madeAt === null) return null;
			return Math.max(0, platform.now() - arrival.code.madeAt);
		}),
		isCopied,
		qr,
		async copyReply() {
			if (current.value?.is === "orphan")
				isCopied.value = await copy(platform.clipboard, current.value.text);
		},
		dismiss() {
			asking.abort();
			current.value = null;
		},
	};
}
