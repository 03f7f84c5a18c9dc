// Why it does not connect, in one cause, and everything behind it for whoever wants to look. Asks the browser only
// while somebody waits or looks.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import { copy } from "../carriers/text.ts";
import { type Cause, diagnose } from "../peer/diagnose.ts";
import type { Facts } from "../peer/facts.ts";
import type { Session } from "../peer/session.ts";
import type { Sheet } from "./call-stage.ts";
import type { Platform } from "./platform.ts";
import type { Theirs } from "./theirs.ts";

export type { Cause, Facts };

export type Diagnosis = {
	readonly facts: ReadonlySignal<Facts | null>;
	/** Null as long as there is no reason to worry. */
	readonly cause: ReadonlySignal<Cause | null>;
	/** The details are folded out, wherever they stand. */
	readonly isOpen: Signal<boolean>;
	readonly isCopied: ReadonlySignal<boolean>;
	/** Kinds, counts and states: no address, no name, no key. */
	copyReport(): Promise<void>;
};

const lookMs = 2_000;
// With both codes in, a connection stands within a second, or a few where names must be looked up.
const worryMs = 8_000;

export function createDiagnosis(
	platform: Platform,
	session: Pick<Session, "state" | "ending" | "problem" | "facts">,
	theirs: Pick<Theirs, "code" | "takenAt">,
	/** What is open over the call. */
	sheet: ReadonlySignal<Sheet | null>,
	lifetime: AbortSignal,
): Diagnosis {
	const facts = cell<Facts | null>(null);
	const isOpen = cell(false);
	const isCopied = cell(false);
	const lookedAt = cell(0);
	const isJoining = computed(() => session.state.value === "joining");
	/** A panel is closed in many ways; none of them has to say so here. */
	const isLookedAt = computed(() => {
		switch (session.state.value) {
			case "closed":
				return false;
			case "connected":
			case "recovering":
			case "severed":
				return (
					sheet.value === "details" || (sheet.value === "more" && isOpen.value)
				);
			default:
				return isOpen.value;
		}
	});

	const look = async () => {
		const found = await session.facts().catch(() => null);
		// What was seen last is what there is to say once the connection is gone.
		if (found === null || lifetime.aborted) return;
		facts.value = found;
		lookedAt.value = platform.now();
	};

	let looking = new AbortController();
	const stop = effect(() => {
		looking.abort();
		if (!isLookedAt.value && !isJoining.value) return;
		looking = new AbortController();
		void look();
		const until = AbortSignal.any([lifetime, looking.signal]);
		platform.ticker.every(lookMs, () => void look(), until);
	});
	lifetime.addEventListener("abort", stop);

	const cause = computed(() => {
		const isOver = session.ending.value === "unreachable";
		if (!facts.value || !(isJoining.value || isOver)) return null;
		if (lookedAt.value - theirs.takenAt.value < worryMs) return null;
		const madeAt = theirs.code.value?.madeAt ?? null;
		return diagnose(facts.value, madeAt && lookedAt.value - madeAt);
	});

	return {
		facts,
		cause,
		isOpen,
		isCopied,
		async copyReport() {
			await look();
			const report = {
				state: session.state.value,
				ending: session.ending.value,
				problem: session.problem.value,
				cause: cause.value,
				...facts.value,
			};
			isCopied.value = await copy(
				platform.clipboard,
				JSON.stringify(report, null, "\t"),
			);
		},
	};
}
