// Both sides say every second that they are there: a path that has gone is noticed within seconds, where the
// browser itself takes five to fifteen.

import type { Ticker } from "../lib/ticker.ts";

export const heartRule = {
	beatMs: 1_000,
	// With a lossy line, one message and its first repetition take about this long.
	silentMs: 3_000,
	// Where this device's network has just changed, the path is most likely gone. Not less: a restart takes a while even
	// where the path is whole.
	doubtMs: 2_000,
	doubtForMs: 6_000,
	lookMs: 250,
} as const;

export type Heartbeat = {
	/** Anything at all has come from the other side. */
	hear(): void;
	/** There is a reason to believe that nothing will come any more. */
	doubt(): void;
};

export function createHeartbeat(
	ticker: Ticker,
	now: () => number,
	beat: () => void,
	onSilent: () => void,
	lifetime: AbortSignal,
): Heartbeat {
	// Not before the first one: another tool, or an older page, may not beat at all.
	let lastAt: number | null = null;
	let lastTickAt = now();
	let doubtedAt = Number.NEGATIVE_INFINITY;
	let isSilent = false;
	ticker.every(heartRule.beatMs, beat, lifetime);
	ticker.every(
		heartRule.lookMs,
		() => {
			const at = now();
			// After a sleep of my own their beats are still on the way to me.
			if (at - lastTickAt > heartRule.silentMs && lastAt !== null) lastAt = at;
			lastTickAt = at;
			const isInDoubt = at - doubtedAt < heartRule.doubtForMs;
			const limitMs = isInDoubt ? heartRule.doubtMs : heartRule.silentMs;
			if (lastAt === null || isSilent || at - lastAt < limitMs) return;
			isSilent = true;
			onSilent();
		},
		lifetime,
	);
	return {
		hear() {
			lastAt = now();
			isSilent = false;
		},
		doubt() {
			doubtedAt = now();
		},
	};
}
