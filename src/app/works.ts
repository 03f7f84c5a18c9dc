// Everything that knows what a code is: sessions, links that were opened, other windows. Nobody needs it to see the first
// screen, and it is two thirds of all code; so it is fetched right after that.

import type { ReadonlySignal, Signal } from "@preact/signals-core";
import { answerTabs } from "../carriers/tabs.ts";
import { readCode } from "../codec/code.ts";
import type { Source } from "../media/tracks.ts";
import type { Settings } from "../settings/settings.ts";
import { type Arrivals, createArrivals } from "./arrival.ts";
import type { FileShelf } from "./files.ts";
import { createMeetings, type Meeting, type Meetings } from "./meetings.ts";
import type { Platform } from "./platform.ts";

export type { Arrivals, Meeting };

export type Works = {
	readonly meetings: Meetings;
	readonly arrivals: Arrivals;
};

export function createWorks(
	platform: Platform,
	settings: Signal<Settings>,
	sources: { readonly microphone: Source; readonly camera: Source },
	now: ReadonlySignal<number>,
	shelf: FileShelf,
	lifetime: AbortSignal,
): Works {
	const meetings = createMeetings(
		platform,
		settings,
		sources,
		now,
		shelf,
		lifetime,
	);
	const arrivals = createArrivals(
		platform,
		(code) =>
			code.replyTo !== null &&
			meetings.isWaitingFor(code.replyTo) &&
			meetings.take(code),
		meetings.takeLocked,
		lifetime,
	);
	answerTabs(
		platform.tabs,
		(id) =>
			meetings.isWaitingFor(id) ||
			meetings.current.value?.session.myCode.value?.id === id,
		(text) => {
			const code = readCode(text, platform.now());
			return code.ok && meetings.take(code.value);
		},
		(text) => {
			const code = readCode(text, platform.now());
			return code.ok || code.problem !== "locked"
				? null
				: meetings.takeLocked(code.locked);
		},
		lifetime,
	);
	return { meetings, arrivals };
}
