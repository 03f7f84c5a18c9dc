// The exchange: my code goes out, theirs comes in, in any order and by any carrier.
// Whatever is pasted, scanned, dropped or opened ends in `take`.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import { asLink, asScannable } from "../carriers/link.ts";
import { readPicture } from "../carriers/picture.ts";
import type { CarrierProblem } from "../carriers/problem.ts";
import { drawQr, type QrModules } from "../carriers/qr.ts";
import { share } from "../carriers/share.ts";
import { copy } from "../carriers/text.ts";
import { type ReadCode, readCode, type WrittenCode } from "../codec/code.ts";
import type { CodeProblem } from "../codec/problem.ts";
import { bad } from "../lib/result.ts";
import type { SessionProblem } from "../peer/problem.ts";
import type { Session } from "../peer/session.ts";
import type { Platform } from "./platform.ts";
import { createScan, type Scan } from "./scan.ts";

// Routers forget a mapping that nobody uses after some minutes, and the address in the code with it.
const oldMs = 10 * 60_000;

// With both codes in, a connection stands within a second, or a few where names must be looked up.
const longMs = 15_000;

export type ConnectProblem = CodeProblem | SessionProblem | CarrierProblem;

export type Arrived = "pasted" | "scanned";

export type Age = { readonly ms: number; readonly isOld: boolean };

export type MyCode = WrittenCode & {
	readonly link: string;
	readonly qr: QrModules;
};

export type { QrModules };

export type Sent = "link" | "text" | "share";

/** The one thing that is due now. */
export type Step =
	| "making"
	| "exchange"
	| "waitForReply"
	| "replying"
	| "handBack"
	| "waitForThem"
	| "joining"
	| "joiningLong"
	| "stalled";

export type Connect = {
	readonly step: ReadonlySignal<Step>;
	readonly myCode: ReadonlySignal<MyCode | null>;
	readonly problem: ReadonlySignal<ConnectProblem | null>;
	/** Of a code that was cut off, how many characters are missing, where that can be told. */
	readonly missing: ReadonlySignal<number | null>;
	/** What is wrong on my side of the exchange; shown only while nothing is wrong on theirs. */
	readonly myProblem: ReadonlySignal<"noAddress" | "copyFailed" | null>;
	readonly sent: ReadonlySignal<Sent | null>;
	readonly theirs: ReadonlySignal<ReadCode | null>;
	readonly canShare: boolean;
	/** How long ago my code was made, and whether it may lead nowhere by now. */
	readonly age: ReadonlySignal<Age | null>;
	readonly theirAge: ReadonlySignal<Age | null>;
	readonly isQrLarge: Signal<boolean>;
	readonly scan: Scan;
	take(text: string, how: Arrived): boolean;
	takeCode(code: ReadCode): boolean;
	takePicture(file: Blob): Promise<void>;
	copyLink(): Promise<void>;
	copyText(): Promise<void>;
	share(text: string): Promise<void>;
	forgetProblem(): void;
};

export function createConnect(
	platform: Platform,
	session: Session,
	clock: ReadonlySignal<number>,
	/** The ids of invites that this page made before and gave up. */
	formerIds: ReadonlySet<string>,
	lifetime: AbortSignal,
): Connect {
	const problem = cell<ConnectProblem | null>(null);
	const didCopyFail = cell(false);
	const missing = cell<number | null>(null);
	const sent = cell<Sent | null>(null);
	const theirs = cell<ReadCode | null>(null);
	const takenAt = cell(0);
	const madeAt = cell<number | null>(null);

	const myCode = computed<MyCode | null>(() => {
		const code = session.myCode.value;
		if (!code) return null;
		const parcel = { code, pageUrl: platform.pageUrl };
		return { ...code, link: asLink(parcel), qr: drawQr(asScannable(parcel)) };
	});
	const stop = session.myCode.subscribe((code) => {
		if (code) madeAt.value = platform.now();
	});
	lifetime.addEventListener("abort", stop);

	const ageOf = (made: number | null): Age | null => {
		if (made === null) return null;
		const ms = Math.max(0, clock.value - made);
		return { ms, isOld: ms > oldMs };
	};

	const step = computed<Step>(() => {
		switch (session.state.value) {
			case "gathering":
				return "making";
			case "preparing":
				return "replying";
			case "inviting":
				return sent.value === null ? "exchange" : "waitForReply";
			case "answering":
				return sent.value === null ? "handBack" : "waitForThem";
			case "stalled":
				return "stalled";
			default:
				return clock.value - takenAt.value > longMs ? "joiningLong" : "joining";
		}
	});

	const judgeFormer = ({ id, replyTo }: ReadCode) => {
		if (formerIds.has(id)) return bad("ownCode");
		return replyTo !== null && formerIds.has(replyTo)
			? bad("replacedInvite")
			: null;
	};

	const takeCode = (code: ReadCode): boolean => {
		const taken = judgeFormer(code) ?? session.take(code);
		problem.value = taken.ok ? null : taken.problem;
		if (taken.ok) {
			theirs.value = code;
			takenAt.value = platform.now();
			sent.value = null;
			scan.stop();
			platform.vibrate();
		}
		return taken.ok;
	};

	const take = (text: string, how: Arrived): boolean => {
		const read = readCode(
			text,
			platform.now(),
			session.myCode.value?.id ?? null,
		);
		missing.value = read.ok ? null : (read.missing ?? null);
		if (!read.ok) {
			// A camera sees many codes that are not ours.
			problem.value =
				how === "scanned" && read.problem === "notACode"
					? "foreignQr"
					: read.problem;
			return false;
		}
		return takeCode(read.value);
	};

	const scan = createScan(platform, (text) => take(text, "scanned"), lifetime);

	const send = async (how: Sent, work: () => Promise<boolean>) => {
		const isOut = await work();
		if (isOut) sent.value = how;
		didCopyFail.value = !isOut && how !== "share";
		if (didCopyFail.value) problem.value = null;
	};

	return {
		step,
		myCode,
		problem: computed(
			() =>
				problem.value ??
				(session.problem.value === "unusable" ? "unusable" : null),
		),
		missing,
		myProblem: computed(() => {
			if (problem.value) return null;
			if (didCopyFail.value) return "copyFailed";
			return session.problem.value === "noAddress" ? "noAddress" : null;
		}),
		sent,
		// A code that the browser would not have is not in.
		theirs: computed(() =>
			session.state.value === "inviting" ? null : theirs.value,
		),
		age: computed(() => ageOf(madeAt.value)),
		theirAge: computed(() => ageOf(theirs.value?.madeAt ?? null)),
		isQrLarge: cell(false),
		scan,
		canShare: platform.shareSheet.canShare,
		take,
		takeCode,
		async takePicture(file) {
			const reading = new AbortController();
			const reader = platform.createQrReader(
				AbortSignal.any([lifetime, reading.signal]),
			);
			const text = await readPicture(file, platform.grab, reader);
			reading.abort();
			if (lifetime.aborted) return;
			if (!text.ok) problem.value = text.problem;
			else if (!take(text.value, "pasted") && problem.value === "notACode")
				problem.value = "foreignQr";
		},
		copyLink: () =>
			send("link", () => copy(platform.clipboard, myCode.value?.link ?? "")),
		copyText: () =>
			send("text", () => copy(platform.clipboard, myCode.value?.text ?? "")),
		share: (text) =>
			send("share", () =>
				share(platform.shareSheet, text, myCode.value?.link ?? ""),
			),
		forgetProblem() {
			problem.value = null;
		},
	};
}
