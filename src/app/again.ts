// Calling again after a call: over the line that both have kept, one asks, the other agrees, and the codes of a new
// session go to and fro without anybody carrying them. Nothing begins before both have pressed.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	untracked,
} from "@preact/signals-core";
import { type ReadCode, readCode } from "../codec/code.ts";
import type { Source } from "../media/tracks.ts";
import type { Session } from "../peer/session.ts";
import type { Platform } from "./platform.ts";
import type { Trust } from "./trust.ts";

export type AgainState =
	/** there is no line, or no longer */
	| "gone"
	| "open"
	/** I have asked */
	| "asking"
	/** they have */
	| "asked"
	| "joining"
	| "refused"
	| "failed";

export type Again = {
	readonly state: ReadonlySignal<AgainState>;
	/** Asks them, or says yes where they have asked. */
	call(): void;
	decline(): void;
};

/** The next session with the same person; nobody sees it before it stands. */
export type Successor = {
	readonly session: Session;
	/** Their code came over the line of a call that was verified. */
	vouch(code: ReadCode): void;
	show(): void;
	drop(): void;
};

type Sources = Readonly<Record<"microphone" | "camera", Source>>;

// The way is known to work; where it does not within this time, something has changed.
const joinMs = 20_000;

export function createAgain(
	platform: Pick<Platform, "ticker" | "now">,
	session: Session,
	trust: ReadonlySignal<Trust | null>,
	{ microphone, camera }: Sources,
	succeed: () => Successor,
	ring: () => void,
	lifetime: AbortSignal,
): Again {
	const step = cell<"open" | "asking" | "asked" | "joining">("open");
	const outcome = cell<"refused" | "failed" | null>(null);
	const isOpen = computed(() => session.kept.value?.isOpen.value === true);
	const state = computed<AgainState>(() => {
		if (outcome.value !== null) return outcome.value;
		if (step.value === "joining") return "joining";
		return isOpen.value ? step.value : "gone";
	});
	const joining = new AbortController();
	let successor: Successor | null = null;
	let isWatching = false;
	/** As they were in the call, so they are in the next. */
	let wasOn = { microphone: false, camera: false };

	const line = () => session.kept.peek();
	const end = (how: "refused" | "failed") => {
		outcome.value = how;
		joining.abort();
		successor?.drop();
		line()?.close();
	};

	const watch = (next: Successor) => {
		const { signal } = joining;
		let isSaid = false;
		const stops = [
			effect(() => {
				const mine = next.session.myCode.value;
				if (!mine || isSaid) return;
				isSaid = true;
				untracked(next.session.freezeCode);
				line()?.say({ type: "code", code: mine.text });
			}),
			effect(() => {
				const now = next.session.state.value;
				if (now === "closed") untracked(() => end("failed"));
				if (now !== "connected") return;
				untracked(() => {
					joining.abort();
					if (wasOn.microphone && !microphone.isOn.value) microphone.toggle();
					if (wasOn.camera && !camera.isOn.value) camera.toggle();
					next.show();
				});
			}),
		];
		signal.addEventListener("abort", () => {
			for (const stop of stops) stop();
		});
		platform.ticker.after(joinMs, () => end("failed"), signal);
	};

	/** With the code of theirs that is there first, or with an invite of my own. */
	const join = (theirs: string | null) => {
		step.value = "joining";
		successor ??= succeed();
		if (theirs !== null) {
			const code = readCode(theirs, platform.now());
			if (!code.ok || !successor.session.take(code.value).ok)
				return end("failed");
			// Only here: a code that comes any other way is a stranger's.
			if (trust.peek()?.isVerified.peek()) successor.vouch(code.value);
		}
		if (joining.signal.aborted || isWatching) return;
		isWatching = true;
		watch(successor);
	};

	const stops = [
		effect(() => {
			if (session.state.value !== "connected") return;
			wasOn = { microphone: microphone.isOn.value, camera: camera.isOn.value };
		}),
		effect(() => {
			session.kept.value?.onMessage((message) => {
				const now = step.peek();
				if (outcome.peek() !== null) return;
				if (message.type === "no" && now === "asking") end("refused");
				if (message.type === "again" && now === "open") {
					step.value = "asked";
					ring();
				}
				// Both have pressed in the same moment.
				if (message.type === "again" && now === "asking") join(null);
				// A code from somebody who was not asked, and has not asked, is nothing.
				if (message.type === "code" && (now === "asking" || now === "joining"))
					join(message.code);
			});
		}),
	];
	lifetime.addEventListener("abort", () => {
		for (const stop of stops) stop();
		joining.abort();
	});

	return {
		state,
		call() {
			if (state.value === "asked") join(null);
			if (state.value !== "open") return;
			step.value = "asking";
			line()?.say({ type: "again" });
		},
		decline() {
			if (state.value !== "asked") return;
			line()?.say({ type: "no" });
			line()?.close();
		},
	};
}
