// Keeps time for a page that may be hidden. Knows only numbers: which timer, how long, how often.

import type { TickerOrder } from "./ticker.ts";

declare const self: DedicatedWorkerGlobalScope;

const running = new Map<number, ReturnType<typeof setInterval>>();

self.addEventListener("message", ({ data }: MessageEvent<TickerOrder>) => {
	if (data.do === "stop") {
		clearInterval(running.get(data.id));
		running.delete(data.id);
		return;
	}
	const ring = () => self.postMessage(data.id);
	running.set(
		data.id,
		data.do === "every"
			? setInterval(ring, data.ms)
			: setTimeout(ring, data.ms),
	);
});
