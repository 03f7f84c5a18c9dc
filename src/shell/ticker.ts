// The page's side of the worker that keeps time.

import type { Ticker } from "../lib/ticker.ts";

export type TickerOrder =
	| { readonly do: "every" | "after"; readonly id: number; readonly ms: number }
	| { readonly do: "stop"; readonly id: number };

export function createTicker(worker: Worker, lifetime: AbortSignal): Ticker {
	const running = new Map<number, () => void>();
	let lastId = 0;
	const order = (what: TickerOrder) => worker.postMessage(what);

	worker.addEventListener(
		"message",
		({ data }: MessageEvent<number>) => running.get(data)?.(),
		{ signal: lifetime },
	);
	lifetime.addEventListener("abort", () => worker.terminate());

	const start = (
		kind: "every" | "after",
		ms: number,
		run: () => void,
		until: AbortSignal,
	) => {
		if (until.aborted || lifetime.aborted) return;
		lastId += 1;
		const id = lastId;
		const stop = () => {
			running.delete(id);
			order({ do: "stop", id });
		};
		running.set(id, () => {
			if (kind === "after") {
				until.removeEventListener("abort", stop);
				stop();
			}
			run();
		});
		until.addEventListener("abort", stop, { once: true });
		order({ do: kind, id, ms });
	};

	return {
		every: (ms, run, until) => start("every", ms, run, until),
		after: (ms, run, until) => start("after", ms, run, until),
	};
}
