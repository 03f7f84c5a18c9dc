// My half of the exchange: one code, as a picture, a link and text, and what became of it.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import { asLink, asScannable } from "../carriers/link.ts";
import type { QrModules } from "../carriers/qr.ts";
import { share } from "../carriers/share.ts";
import { copy } from "../carriers/text.ts";
import type { WrittenCode } from "../codec/code.ts";
import type { SessionProblem } from "../peer/problem.ts";
import type { Session } from "../peer/session.ts";
import { type Age, ageOf } from "./age.ts";
import { createLock, type Lock } from "./lock.ts";
import { createMade } from "./made.ts";
import type { Platform } from "./platform.ts";
import { createShowing, type Showing } from "./showing.ts";

export type { QrModules };

export type MyCode = WrittenCode & { readonly link: string };

/** What is wrong with my own code, and what it means for where it reaches. */
export type MyProblem = Extract<
	SessionProblem,
	| "noAddress"
	| "noServer"
	| "onlyNames"
	| "inviteRenewed"
	| "replyRenewed"
	| "inviteContested"
	| "replyContested"
>;

export type Sent = "link" | "text" | "raw" | "share";

export type Mine = Showing & {
	readonly code: ReadonlySignal<MyCode | null>;
	readonly lock: Lock;
	/** The same without a lock: what its reader will see. */
	readonly open: ReadonlySignal<WrittenCode | null>;
	readonly isQrLarge: Signal<boolean>;
	readonly sent: ReadonlySignal<Sent | null>;
	/** Whether an invite of mine went out before theirs came in. */
	readonly didSendInvite: ReadonlySignal<boolean>;
	readonly age: ReadonlySignal<Age | null>;
	readonly problem: ReadonlySignal<MyProblem | "copyFailed" | null>;
	readonly canShare: boolean;
	/** This page has no address that others could open. */
	readonly isLinkless: boolean;
	copyLink(): Promise<void>;
	copyText(): Promise<void>;
	/** As other tools take it. */
	copyRaw(): Promise<void>;
	/** Only another tool's way is left: theirs came from one. */
	readonly isRawOnly: ReadonlySignal<boolean>;
	readonly raw: ReadonlySignal<string | null>;
	share(text: string): Promise<void>;
};

const isMine = (problem: SessionProblem): problem is MyProblem =>
	[
		"noAddress",
		"noServer",
		"onlyNames",
		"inviteRenewed",
		"replyRenewed",
		"inviteContested",
		"replyContested",
	].some((one) => one === problem);

export function createMine(
	platform: Platform,
	session: Session,
	clock: ReadonlySignal<number>,
	lifetime: AbortSignal,
): Mine {
	const sent = cell<Sent | null>(null);
	const didSendInvite = cell(false);
	const didCopyFail = cell(false);
	const madeAt = cell<number | null>(null);
	const { pageUrl } = platform;
	const made = createMade(platform.made, platform.now);
	const lock = createLock(platform, session, lifetime);

	const code = computed<MyCode | null>(() => {
		const written = lock.written.value;
		if (!written) return null;
		return { ...written, link: asLink({ code: written, pageUrl }) };
	});

	const stop = effect(() => {
		if (!session.myCode.value) return;
		madeAt.value = platform.now();
		// A reply is another code than the invite that was sent before.
		sent.value = null;
	});
	lifetime.addEventListener("abort", stop);

	const send = async (how: Sent, work: (code: MyCode) => Promise<boolean>) => {
		if (!code.value) return;
		const isOut = await work(code.value);
		if (isOut) {
			sent.value = how;
			session.freezeCode();
		}
		if (isOut && code.value.kind === "invite") {
			didSendInvite.value = true;
			made.remember(code.value.id);
		}
		// Whoever closes the share sheet wanted to.
		didCopyFail.value = !isOut && how !== "share";
	};

	return {
		code,
		lock,
		open: session.myCode,
		...createShowing(
			platform,
			lock.written,
			(digits) => asScannable(pageUrl, digits),
			lifetime,
		),
		isQrLarge: cell(false),
		sent,
		didSendInvite,
		age: computed(() => ageOf(madeAt.value, clock.value)),
		problem: computed(() => {
			if (didCopyFail.value) return "copyFailed";
			const problem = session.problem.value;
			return problem !== null && isMine(problem) ? problem : null;
		}),
		isLinkless: pageUrl === null,
		canShare: platform.shareSheet.canShare,
		copyLink: () => send("link", ({ link }) => copy(platform.clipboard, link)),
		copyText: () => send("text", ({ text }) => copy(platform.clipboard, text)),
		copyRaw: () =>
			send("raw", () => copy(platform.clipboard, session.rawCode.value ?? "")),
		isRawOnly: computed(
			() =>
				session.myCode.value !== null &&
				session.myCode.value.text === session.rawCode.value,
		),
		// It has no lock.
		raw: computed(() =>
			lock.passphrase.value === null ? session.rawCode.value : null,
		),
		share: (text) =>
			send("share", ({ link }) => share(platform.shareSheet, text, link)),
	};
}
