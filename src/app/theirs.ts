// Their half of the exchange: whatever is pasted, scanned, dropped or opened ends in `take`.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import { nameForeign } from "../carriers/foreign.ts";
import { readPicture } from "../carriers/picture.ts";
import type { CarrierProblem } from "../carriers/problem.ts";
import { type ReadCode, readCode } from "../codec/code.ts";
import { isFrame } from "../codec/frames.ts";
import type { CodeProblem, LockedCode } from "../codec/problem.ts";
import { bad } from "../lib/result.ts";
import type { SessionProblem } from "../peer/problem.ts";
import type { Session } from "../peer/session.ts";
import type { Settings } from "../settings/settings.ts";
import { type Age, ageOf } from "./age.ts";
import type { Mine } from "./mine.ts";
import { createMovingCode, type Progress } from "./moving-code.ts";
import type { Platform } from "./platform.ts";
import { createScan, type Scan } from "./scan.ts";
import type { Opened, Unlocking } from "./unlocking.ts";
import { createUsed } from "./used.ts";

export type TakeProblem = CodeProblem | SessionProblem | CarrierProblem;

/** What else this page has made. */
export type Others = {
	/** A code of this page that was given up for good. */
	isFormer(id: string): boolean;
	/** The same, or one that waits beside this one. */
	isOwn(id: string): boolean;
	/** A reply to an invite that waits beside this one. */
	takeElsewhere(code: ReadCode): boolean;
};

export type Theirs = {
	/** Theirs, once it is in. */
	readonly code: ReadonlySignal<ReadCode | null>;
	/** What the camera itself has read, live: neither pasted, nor from a picture file. */
	readonly scanned: ReadonlySignal<ReadCode | null>;
	readonly takenAt: ReadonlySignal<number>;
	readonly age: ReadonlySignal<Age | null>;
	readonly problem: ReadonlySignal<TakeProblem | null>;
	/** Of a code that was cut off, how many characters are missing, where that can be told. */
	readonly missing: ReadonlySignal<number | null>;
	/** How much of a moving code the camera has seen. */
	readonly progress: ReadonlySignal<Progress | null>;
	readonly scan: Scan;
	/** For theirs that is locked; null as long as none was. */
	readonly unlocking: ReadonlySignal<Unlocking | null>;
	take(text: string): boolean;
	takeCode(code: ReadCode): boolean;
	takePicture(file: Blob): Promise<void>;
	forgetProblem(): void;
};

export function createTheirs(
	platform: Platform,
	session: Session,
	settings: Signal<Settings>,
	clock: ReadonlySignal<number>,
	{ isFormer, isOwn, takeElsewhere }: Others,
	mine: Pick<Mine, "code" | "lock">,
	/** Whether the camera looks on after a code is in: it may see that mine has been read. */
	looksOn: () => boolean,
	lifetime: AbortSignal,
): Theirs {
	const problem = cell<TakeProblem | null>(null);
	const missing = cell<number | null>(null);
	const taken = cell<ReadCode | null>(null);
	const scanned = cell<ReadCode | null>(null);
	const takenAt = cell(0);
	const moving = createMovingCode();
	const used = createUsed(platform.used);
	const unlocking = cell<Unlocking | null>(null);
	let loading: Promise<Unlocking> | null = null;
	/** What is being unlocked was seen by the camera. */
	let isLockedLive = false;

	const judgeFormer = (code: ReadCode) => {
		const { id, replyTo } = code;
		if (isOwn(id)) return bad("ownCode");
		const isSpent = used.how(code) === "connected";
		if (isSpent && taken.value?.id !== id) return bad("spentInvite");
		return replyTo !== null && isFormer(replyTo) ? bad("replacedInvite") : null;
	};

	const takeCode = (code: ReadCode): boolean => {
		if (takeElsewhere(code)) return true;
		const result = judgeFormer(code) ?? session.take(code);
		problem.value = result.ok ? null : result.problem;
		if (!result.ok) return false;
		// A camera sees the same code many times a second.
		const last = taken.value;
		if (last?.id === code.id && last.kind === code.kind) return true;
		taken.value = code;
		if (code.kind === "invite") used.remember(code, "answered");
		takenAt.value = platform.now();
		if (!looksOn()) scan.stop();
		platform.celebrate(settings.value.sounds);
		return true;
	};

	/** Of several that the same words open, what answers mine. */
	const takeOpened = (opened: readonly Opened[]) => {
		const myId = session.myCode.value?.id;
		const best =
			opened.find(({ code }) => code.replyTo === myId) ?? opened.at(-1);
		if (!best) return;
		// Before it is taken: the reply that is then made leaves locked as well.
		const before = mine.lock.passphrase.value;
		if (best.code.kind === "invite") mine.lock.set(best.passphrase);
		if (!takeCode(best.code)) mine.lock.set(before);
		else if (isLockedLive) scanned.value = best.code;
	};

	const loadUnlocking = async () => {
		const { createUnlocking } = await import("./unlocking.ts");
		unlocking.value = createUnlocking(
			platform,
			{
				known: () => mine.lock.passphrase.value,
				handle: takeOpened,
				fail(name) {
					problem.value = name;
				},
			},
			lifetime,
		);
		return unlocking.value;
	};

	const takeLocked = (
		locked: readonly LockedCode[],
		isLive: boolean,
	): boolean => {
		const others = locked.filter(({ text }) => text !== mine.code.value?.text);
		problem.value = others.length > 0 ? null : "ownCode";
		if (others.length === 0) return false;
		isLockedLive = isLive;
		// Whoever has to type a passphrase no longer holds a camera, unless it also looks for more.
		if (!looksOn()) scan.stop();
		loading ??= loadUnlocking();
		void loading.then(({ ask }) => ask(others));
		return true;
	};

	const read = (text: string) =>
		readCode(text, platform.now(), session.myCode.value?.id ?? null);

	const take = (text: string): boolean => {
		// A phone's own camera app takes a single picture of it, and opens that.
		if (isFrame(text)) {
			problem.value = "partOfMoving";
			return false;
		}
		const result = read(text);
		missing.value = null;
		if (result.ok) return takeCode(result.value);
		if (result.problem === "locked") return takeLocked(result.locked, false);
		missing.value = result.missing ?? null;
		problem.value = result.problem;
		return false;
	};

	/** A camera and a picture show many codes that are not ours; one of ours among them is what is meant. */
	const takeSeen = (texts: readonly string[], isLive: boolean): void => {
		const frames = texts.map(moving.read);
		const wholes = frames.flatMap((frame) => frame.whole ?? []);
		const isMoving = frames.some(({ isFrame }) => isFrame);
		if (wholes.length > 0) moving.forgetProgress();
		if (isMoving && wholes.length === 0) return;
		const code = takeTexts(isMoving ? wholes : texts, isLive);
		if (code && isLive) scanned.value = code;
	};

	/** What was taken in, if anything was. */
	const takeTexts = (
		texts: readonly string[],
		isLive: boolean,
	): ReadCode | null => {
		const results = texts.map(read);
		const ours = results.flatMap((result) => (result.ok ? [result.value] : []));
		const best =
			ours.find(({ id }) => id !== session.myCode.value?.id) ?? ours[0];
		const locked = results.flatMap((result) =>
			!result.ok && result.problem === "locked" ? result.locked : [],
		);
		if (best) return takeCode(best) ? best : null;
		if (locked.length > 0) {
			takeLocked(locked, isLive);
			return null;
		}
		const named = results.find(
			(result) => !result.ok && result.problem !== "notACode",
		);
		problem.value = named && !named.ok ? named.problem : nameForeign(texts);
		return null;
	};

	const scan = createScan(
		platform,
		settings,
		(texts) => takeSeen(texts, true),
		lifetime,
	);

	return {
		// A code that the browser would not have is not in.
		code: computed(() =>
			session.state.value === "inviting" ? null : taken.value,
		),
		scanned,
		takenAt,
		age: computed(() => ageOf(taken.value?.madeAt ?? null, clock.value)),
		problem: computed(
			() =>
				problem.value ??
				(session.problem.value === "unusable" ? "unusable" : null),
		),
		missing,
		progress: moving.progress,
		scan,
		unlocking,
		take,
		takeCode,
		async takePicture(file) {
			const reading = new AbortController();
			const reader = platform.createQrReader(
				AbortSignal.any([lifetime, reading.signal]),
			);
			const texts = await readPicture(file, platform.grab, reader);
			reading.abort();
			if (lifetime.aborted) return;
			if (texts.ok) takeSeen(texts.value, false);
			else problem.value = texts.problem;
		},
		forgetProblem() {
			problem.value = null;
		},
	};
}
