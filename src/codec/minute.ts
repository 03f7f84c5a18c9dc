// When a code was made, as two bytes: minutes since 1970, of which the reader knows the rest.
// They come round every 45 days, and nobody answers an invite that old.

const minuteMs = 60_000;
const turn = 65536;
/** Clocks are wrong; a code may seem to come from up to a day ahead. */
const maxAheadMinutes = 24 * 60;

export function minuteOf(timeMs: number): number {
	const minute = Math.floor(timeMs / minuteMs) % turn;
	return Number.isFinite(minute) ? (minute + turn) % turn : 0;
}

/** The latest such minute that is not further ahead of now than a clock may be wrong. */
export function timeOf(minute: number, nowMs: number): number {
	const latest = Math.floor(nowMs / minuteMs) + maxAheadMinutes;
	const back = (((latest - minute) % turn) + turn) % turn;
	return (latest - back) * minuteMs;
}
