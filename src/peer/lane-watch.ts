// Whether more connections would help what is being sent, and whether they do. Pure: a look at the clock and at what has
// left comes in, a wish comes out.

export type LaneWish = "widen" | "narrow" | null;

export type LaneLook = {
	readonly atMs: number;
	readonly sentBytes: number;
	/** There is more to send than can leave. */
	readonly isBusy: boolean;
	readonly laneCount: number;
};

export const laneRule = {
	/** Beside the first; eight in all were faster still, but they leave less to a call. */
	count: 3,
	/** Above this it is the devices that are at their limit. */
	goodBytesPerSecond: 5_000_000,
	/** How long one connection is looked at. */
	baselineMs: 4_000,
	/** New connections begin slowly; then they are looked at. */
	settleMs: 3_000,
	trialMs: 9_000,
	/** What is not quicker by so much is not worth its costs. */
	gain: 1.25,
	againMs: 60_000,
	mostAgainMs: 960_000,
	/** Nobody keeps connections for files where there are none. */
	idleMs: 20_000,
} as const;

type Phase = "one" | "asked" | "trial" | "kept";

export function createLaneWatch() {
	let phase: Phase = "one";
	let since: LaneLook | null = null;
	let busyAtMs = Number.NEGATIVE_INFINITY;
	let baseline = 0;
	let notBeforeMs = Number.NEGATIVE_INFINITY;
	let againMs: number = laneRule.againMs;

	const go = (to: Phase, look: LaneLook) => {
		phase = to;
		since = look;
	};
	const rateSince = ({ atMs, sentBytes }: LaneLook, look: LaneLook) =>
		((look.sentBytes - sentBytes) * 1_000) / Math.max(1, look.atMs - atMs);

	return (look: LaneLook): LaneWish => {
		const { atMs, isBusy, laneCount } = look;
		if (isBusy) busyAtMs = atMs;
		// Those that were not wanted here are for what the other side sends.
		if (phase !== "one" && atMs - busyAtMs > laneRule.idleMs) {
			go("one", look);
			return laneCount > 0 ? "narrow" : null;
		}
		// A pause, or a small file, says nothing about the speed.
		if (!isBusy || since === null) {
			since = look;
			return null;
		}
		const elapsedMs = atMs - since.atMs;
		switch (phase) {
			case "one": {
				if (elapsedMs < laneRule.baselineMs) return null;
				baseline = rateSince(since, look);
				since = look;
				const isGood = baseline > laneRule.goodBytesPerSecond;
				if (isGood || atMs < notBeforeMs) return null;
				go(laneCount > 0 ? "kept" : "asked", look);
				return laneCount > 0 ? null : "widen";
			}
			case "asked":
				if (laneCount > 0 && elapsedMs >= laneRule.settleMs) go("trial", look);
				else if (elapsedMs > laneRule.againMs) go("one", look);
				return null;
			case "trial":
				if (elapsedMs < laneRule.trialMs) return null;
				if (rateSince(since, look) >= baseline * laneRule.gain) {
					againMs = laneRule.againMs;
					go("kept", look);
					return null;
				}
				notBeforeMs = atMs + againMs;
				againMs = Math.min(againMs * 2, laneRule.mostAgainMs);
				go("one", look);
				return "narrow";
			case "kept":
				if (laneCount === 0) go("one", look);
				// Some have gone: now and then others take their place.
				if (laneCount >= laneRule.count || elapsedMs < laneRule.againMs)
					return null;
				since = look;
				return "widen";
		}
	};
}
