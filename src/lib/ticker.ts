// Timers that outlive a hidden page: the real one runs in a worker, because browsers slow down
// the timers of a page in the background to one a minute.

export interface Ticker {
	every(ms: number, run: () => void, signal: AbortSignal): void;
	after(ms: number, run: () => void, signal: AbortSignal): void;
}
