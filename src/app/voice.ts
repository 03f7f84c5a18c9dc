// From how loud somebody is to whether they speak: neither a knock on the table nor a pause between two words counts.

export type Voice = (level: number, nowMs: number) => boolean;

/** About 42 decibels under full: a voice at arm's length is well above, a quiet room below. */
const speakingLevel = 0.35;
const sureAfterMs = 150;
const silentAfterMs = 900;

export function createVoice(): Voice {
	let loudSinceMs: number | null = null;
	let lastLoudMs = Number.NEGATIVE_INFINITY;
	let isSpeaking = false;
	return (level, nowMs) => {
		if (level >= speakingLevel) {
			loudSinceMs ??= nowMs;
			lastLoudMs = nowMs;
			if (nowMs - loudSinceMs >= sureAfterMs) isSpeaking = true;
		} else loudSinceMs = null;
		if (nowMs - lastLoudMs > silentAfterMs) isSpeaking = false;
		return isSpeaking;
	};
}
