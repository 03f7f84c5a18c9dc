// How long what is waited for, before something else is tried. One clock for a code that is on its way, one for a
// path that is gone.

import type { Ticker } from "../lib/ticker.ts";

const rule = {
	giveUpMs: 20 * 60_000,
	// Shorter losses heal by themselves; restarting for each would do more harm than the loss.
	graceMs: 1_500,
	retryMs: 4_000,
	hopelessMs: 30_000,
} as const;

export type Patience = {
	/** Gives the signal that ends with this waiting. */
	startWaiting(): AbortSignal;
	stopWaiting(): void;
	startGrace(): void;
	stopGrace(): void;
};

export function createPatience(
	ticker: Ticker,
	on: { gaveUp(): void; retry(): void; hopeless(): void },
	lifetime: AbortSignal,
): Patience {
	let waiting = new AbortController();
	let grace = new AbortController();
	return {
		startWaiting() {
			waiting.abort();
			waiting = new AbortController();
			const during = AbortSignal.any([lifetime, waiting.signal]);
			ticker.after(rule.giveUpMs, on.gaveUp, during);
			return during;
		},
		stopWaiting: () => waiting.abort(),
		startGrace() {
			grace.abort();
			grace = new AbortController();
			const during = AbortSignal.any([lifetime, grace.signal]);
			ticker.after(rule.graceMs, on.retry, during);
			ticker.every(rule.retryMs, on.retry, during);
			ticker.after(rule.hopelessMs, on.hopeless, during);
		},
		stopGrace: () => grace.abort(),
	};
}
