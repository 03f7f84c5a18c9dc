// Asks for the passphrase of a locked code, for as long as it takes. Loaded with the first code that is locked; what it
// knows already is tried before anybody is asked.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { Unlocked, UnlockProblem } from "../codec/lock.ts";
import type { LockedCode } from "../codec/problem.ts";
import type { Platform } from "./platform.ts";
import { createSealer, unlock } from "./sealing.ts";

export type UnlockingState =
	| "idle"
	| "asking"
	| "trying"
	| "wrong"
	| "givenUp"
	/** browsers have no cryptography on plain http */
	| "impossible";

export type Unlocking = {
	readonly state: ReadonlySignal<UnlockingState>;
	/** What is known has not opened it, or nothing was: the person is needed. */
	readonly isAsked: ReadonlySignal<boolean>;
	/** `first`: whatever else may open it goes before the person. */
	ask(
		locked: readonly LockedCode[],
		first?: () => Promise<boolean>,
	): Promise<void>;
	attempt(passphrase: string): Promise<void>;
	giveUp(): void;
	again(): void;
};

export type Opened = Unlocked & { readonly passphrase: string };

/** What a camera sees again and again is not opened again and again. */
const maxRemembered = 8;

/** Opens what this passphrase opens; null if that is nothing. */
export async function openAll(
	subtle: SubtleCrypto,
	locked: readonly LockedCode[],
	passphrase: string,
	now: number,
): Promise<readonly Opened[] | UnlockProblem> {
	const sealer = createSealer(subtle);
	const opened: Opened[] = [];
	let problem: UnlockProblem = "wrongPassphrase";
	for (const one of locked) {
		const found = await unlock(one, passphrase, sealer, now);
		if (typeof found !== "string") opened.push({ ...found, passphrase });
		else if (found !== "wrongPassphrase") problem = found;
	}
	return opened.length > 0 ? opened : problem;
}

export function createUnlocking(
	platform: Pick<Platform, "files" | "now">,
	needs: {
		/** One that is known already. */
		readonly known: () => string | null;
		readonly handle: (opened: readonly Opened[]) => void;
		readonly fail: (problem: Exclude<UnlockProblem, "wrongPassphrase">) => void;
	},
	lifetime: AbortSignal,
): Unlocking {
	const { subtle } = platform.files;
	const state = cell<UnlockingState>("idle");
	const isAsked = cell(false);
	const askThem = () => {
		isAsked.value = true;
		state.value = "asking";
	};
	let current: readonly LockedCode[] = [];
	/** Which question the work belongs to that is on its way. */
	let turn = 0;
	let opened = new Map<string, readonly Opened[]>();

	const nameOf = (locked: readonly LockedCode[]) =>
		locked.map(({ text }) => text).join(" ");

	const attempt = async (passphrase: string, unfit: "wrong" | "asking") => {
		if (!subtle) return;
		turn += 1;
		const own = turn;
		state.value = "trying";
		const found = await openAll(subtle, current, passphrase, platform.now());
		if (own !== turn || lifetime.aborted) return;
		if (found === "wrongPassphrase") {
			isAsked.value = true;
			state.value = unfit;
			return;
		}
		state.value = "idle";
		if (typeof found === "string") return needs.fail(found);
		opened = new Map(
			[...opened, [nameOf(current), found] as const].slice(-maxRemembered),
		);
		needs.handle(found);
	};

	return {
		state,
		isAsked,
		async ask(locked, first) {
			const known = opened.get(nameOf(locked));
			if (known) return needs.handle(known);
			if (state.value !== "idle" && nameOf(locked) === nameOf(current)) return;
			current = locked;
			turn += 1;
			const own = turn;
			isAsked.value = !first && needs.known() === null;
			state.value = isAsked.value ? "asking" : "trying";
			if ((await first?.()) === true) return;
			if (own !== turn || lifetime.aborted) return;
			const passphrase = needs.known();
			if (!subtle) state.value = "impossible";
			else if (passphrase === null) askThem();
			else await attempt(passphrase, "asking");
		},
		attempt: (passphrase) => attempt(passphrase, "wrong"),
		giveUp() {
			turn += 1;
			state.value = "givenUp";
		},
		again: askThem,
	};
}
