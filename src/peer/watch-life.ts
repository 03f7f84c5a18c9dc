// Looks after the connection object itself: a phone may close the connection of a hidden page without an event, and a
// device that slept may come back to one that can no longer open.

import type { SessionPlatform } from "./rtc.ts";

const checkMs = 1_000;

// A Firefox that has pulsed for nobody during nine seconds has given up for good; the others go on.
const sleptMs = 8_000;
/** A device that wakes up has its network back a little later. */
const afterSleepMs = 30_000;

/** What of a link tells whether it lives. */
export type Vitals = {
	isClosed(): boolean;
	/** For good: it was searching at that time, never opened, and never will. */
	hasGivenUp(sinceMs: number): boolean;
};

export function watchLife(
	platform: Pick<
		SessionPlatform,
		"ticker" | "now" | "onWake" | "onNetworkChange"
	>,
	vitals: () => Vitals | null,
	on: { died(): void; changed(): void },
	lifetime: AbortSignal,
): void {
	let lastAt = platform.now();
	let sleep = { fromMs: 0, toMs: Number.NEGATIVE_INFINITY };

	const look = () => {
		const now = platform.now();
		if (now - lastAt > sleptMs) sleep = { fromMs: lastAt, toMs: now };
		lastAt = now;
		const didSleep = now - sleep.toMs < afterSleepMs;
		const link = vitals();
		if (link?.isClosed() || (didSleep && link?.hasGivenUp(sleep.fromMs)))
			on.died();
	};

	platform.ticker.every(checkMs, look, lifetime);
	platform.onWake(look, lifetime);
	platform.onNetworkChange(on.changed, lifetime);
}
