// Time that passes when a test says so.

import type { Ticker } from "../../src/lib/ticker.ts";

type Timer = { at: number; readonly everyMs: number | null; run(): void };

export function createClock() {
	let time = 0;
	let timers: readonly Timer[] = [];

	const add = (timer: Timer, signal: AbortSignal) => {
		if (signal.aborted) return;
		timers = [...timers, timer];
		signal.addEventListener("abort", () => {
			timers = timers.filter((one) => one !== timer);
		});
	};

	const ticker: Ticker = {
		every: (ms, run, signal) =>
			add({ at: time + ms, everyMs: ms, run }, signal),
		after: (ms, run, signal) =>
			add({ at: time + ms, everyMs: null, run }, signal),
	};

	const ring = (timer: Timer) => {
		if (timer.everyMs === null) timers = timers.filter((one) => one !== timer);
		else timer.at += timer.everyMs;
		timer.run();
	};

	return {
		ticker,
		now: () => time,
		/** Everything that is due on the way runs, in its order. */
		pass(ms: number) {
			const end = time + ms;
			for (;;) {
				const due = timers
					.filter(({ at }) => at <= end)
					.toSorted((a, b) => a.at - b.at)[0];
				if (!due) break;
				time = Math.max(time, due.at);
				ring(due);
			}
			time = end;
		},
		/** Nothing runs; afterwards whatever was missed rings once. */
		sleep(ms: number) {
			time += ms;
			for (const timer of timers.filter(({ at }) => at <= time)) {
				if (timer.everyMs !== null) timer.at = time;
				ring(timer);
			}
		},
	};
}
