// How the codes travel between the two people, and which stop of that way is now. It only orders what is shown: every
// carrier stays within reach.

import {
	signal as cell,
	computed,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import { type Carrier, carriers, type Way } from "../settings/carriers.ts";
import type { Settings } from "../settings/settings.ts";
import type { Step } from "./connect.ts";

export type { Way };

export type Guide = {
	/** What this browser has, besides plain text. */
	readonly carriers: readonly Carrier[];
	/** What the person chose, or what the last code came by. */
	readonly way: ReadonlySignal<Way | null>;
	readonly isChosen: ReadonlySignal<boolean>;
	/** Null shows both ways again. */
	choose(way: Way | null): void;
	suggest(way: Way): void;
	forget(): void;
};

export function createGuide(
	settings: Signal<Settings>,
	canShare: boolean,
): Guide {
	const suggested = cell<Way | null>(null);
	/** Undefined until chosen here; the settings count until then. */
	const chosen = cell<Way | null | undefined>(undefined);
	const wanted = computed(() => {
		const { way, without } = settings.value;
		// Pictures are all that there is to that way.
		const isPossible = way !== "beside" || !without.includes("camera");
		return chosen.value === undefined
			? isPossible
				? way
				: null
			: chosen.value;
	});
	return {
		carriers: carriers.filter((one) => one !== "share" || canShare),
		way: computed(() =>
			chosen.value === null ? null : (wanted.value ?? suggested.value),
		),
		isChosen: computed(() => wanted.value !== null),
		choose(way) {
			chosen.value = way;
		},
		suggest(way) {
			suggested.value = way;
		},
		forget() {
			chosen.value = undefined;
			suggested.value = null;
		},
	};
}

/** What is said in another way side by side than by message. */
export const dues = [
	"exchange",
	"waitForReply",
	"handBack",
	"waitForThem",
] as const;

export type Due = (typeof dues)[number];

export function dueOf(step: Step, isScanning: boolean): Due | null {
	if (step === "crossed") return "handBack";
	// Showing a picture leaves no trace: whoever looks for theirs has done it.
	if (step === "exchange" && isScanning) return "waitForReply";
	return dues.find((due) => due === step) ?? null;
}

export type Stop =
	| "show"
	| "scan"
	| "send"
	| "await"
	| "taken"
	| "handShow"
	| "handSend"
	| "meet";

export type Place = "done" | "now" | "next";

const inviting = {
	beside: ["show", "scan", "meet"],
	message: ["send", "await", "meet"],
} as const;

const replying = {
	beside: ["taken", "handShow", "meet"],
	message: ["taken", "handSend", "meet"],
} as const;

const nowAt: Readonly<Record<Step, 0 | 1 | 2>> = {
	making: 0,
	exchange: 0,
	waitForReply: 1,
	replying: 1,
	handBack: 1,
	crossed: 1,
	waitForThem: 2,
	stalled: 2,
	joining: 2,
	joiningLong: 2,
};

export function stopsOf(
	way: Way,
	step: Step,
	isScanning: boolean,
): readonly (readonly [Stop, Place])[] {
	const isInviting = ["making", "exchange", "waitForReply"].includes(step);
	const now = nowAt[dueOf(step, isScanning) ?? step];
	return (isInviting ? inviting : replying)[way].map((stop, at) => [
		stop,
		at < now ? "done" : at === now ? "now" : "next",
	]);
}
