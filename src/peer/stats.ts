// A browser's report as figures of a call. Pure. Counters begin anew with every link, and browsers leave some out:
// what is not told is null, never zero.

import type { Path } from "./diagnose.ts";
import { type PathStat, pathOf, selectedPair } from "./path.ts";

/** What is read of the entries of a report. */
export type CallStat = PathStat & {
	readonly [name in
		| "kind"
		| "trackIdentifier"
		| "bytesSent"
		| "bytesReceived"
		| "packetsReceived"
		| "packetsLost"
		| "fractionLost"
		| "roundTripTime"
		| "framesDecoded"
		| "totalFreezesDuration"
		| "concealedSamples"
		| "silentConcealedSamples"
		| "totalSamplesReceived"]?: unknown;
};

/** Everything since the link was made. */
export type Counters = {
	readonly atMs: number;
	readonly path: Path | null;
	readonly sentBytes: number;
	readonly receivedBytes: number;
	readonly packets: number;
	readonly lostPackets: number;
	/** Of what I send, as the other side has last told. */
	readonly theirLossPercent: number | null;
	/** Of their camera; null while there is no picture of it. */
	readonly frames: number | null;
	readonly frozenMs: number;
	readonly sounds: number;
	/** What was made up in place of sound that has not come. */
	readonly concealedSounds: number;
};

/** One look at the call: what has happened since the one before. */
export type Sample = {
	readonly atMs: number;
	readonly path: Path | null;
	readonly sentBytes: number;
	readonly receivedBytes: number;
	readonly sentBitsPerSecond: number;
	readonly receivedBitsPerSecond: number;
	/** The worse of the two ways; null while nothing is to be seen or heard. */
	readonly lossPercent: number | null;
	readonly framesPerSecond: number | null;
	readonly frozenPercent: number | null;
	readonly concealedPercent: number | null;
};

const isNumber = (value: unknown) =>
	typeof value === "number" && Number.isFinite(value);
const numberOf = (value: unknown) => (isNumber(value) ? Number(value) : 0);

export function countersOf(
	report: Iterable<CallStat>,
	cameraId: string | null,
	atMs: number,
): Counters {
	const stats = [...report];
	const pair = selectedPair(stats);
	const inbound = stats.filter(({ type }) => type === "inbound-rtp");
	const told = stats.filter(({ type }) => type === "remote-inbound-rtp");
	const camera = inbound.find(
		({ kind, trackIdentifier }) =>
			kind === "video" && trackIdentifier === cameraId,
	);
	const sum = (name: keyof CallStat) =>
		inbound.reduce((total, stat) => total + numberOf(stat[name]), 0);
	return {
		atMs,
		path: withRoundTrip(pathOf(stats), told),
		sentBytes: numberOf(pair?.bytesSent),
		receivedBytes: numberOf(pair?.bytesReceived),
		packets: sum("packetsReceived"),
		lostPackets: sum("packetsLost"),
		theirLossPercent: greatest(told, "fractionLost", 100),
		frames: isNumber(camera?.framesDecoded)
			? numberOf(camera?.framesDecoded)
			: null,
		frozenMs: numberOf(camera?.totalFreezesDuration) * 1_000,
		sounds: sum("totalSamplesReceived"),
		// Silence that is made up is what a muted microphone sounds like.
		concealedSounds: sum("concealedSamples") - sum("silentConcealedSamples"),
	};
}

function greatest(
	stats: readonly CallStat[],
	name: keyof CallStat,
	scale: number,
): number | null {
	const values = stats
		.filter((stat) => isNumber(stat[name]))
		.map((stat) => numberOf(stat[name]) * scale);
	return values.length > 0 ? Math.max(...values) : null;
}

/** The media tell it where the path does not. */
function withRoundTrip(
	path: Path | null,
	told: readonly CallStat[],
): Path | null {
	if (path === null || path.roundTripMs !== null) return path;
	const roundTripMs = greatest(told, "roundTripTime", 1_000);
	return { ...path, roundTripMs: roundTripMs && Math.round(roundTripMs) };
}

/** Null where no time lies between the two. */
export function sampleOf(before: Counters, after: Counters): Sample | null {
	const ms = after.atMs - before.atMs;
	if (ms <= 0) return null;
	// A counter that has fallen belongs to another link: all of it is new.
	const since = (one: number, other: number) =>
		other < one ? Math.max(0, other) : other - one;
	const sentBytes = since(before.sentBytes, after.sentBytes);
	const receivedBytes = since(before.receivedBytes, after.receivedBytes);
	const packets = since(before.packets, after.packets);
	// Falls by itself, too: when one comes after all that was given up.
	const isSameLink = after.packets >= before.packets;
	const lost = isSameLink
		? Math.max(0, after.lostPackets - before.lostPackets)
		: Math.max(0, after.lostPackets);
	const losses = [
		...(packets + lost > 0 ? [(100 * lost) / (packets + lost)] : []),
		...(after.theirLossPercent === null ? [] : [after.theirLossPercent]),
	];
	const sounds = since(before.sounds, after.sounds);
	const hasPicture = before.frames !== null && after.frames !== null;
	return {
		atMs: after.atMs,
		path: after.path,
		sentBytes,
		receivedBytes,
		sentBitsPerSecond: Math.round((sentBytes * 8_000) / ms),
		receivedBitsPerSecond: Math.round((receivedBytes * 8_000) / ms),
		lossPercent: losses.length > 0 ? Math.max(...losses) : null,
		framesPerSecond: hasPicture
			? (since(before.frames, after.frames) * 1_000) / ms
			: null,
		frozenPercent: hasPicture
			? Math.min(100, (100 * since(before.frozenMs, after.frozenMs)) / ms)
			: null,
		concealedPercent:
			sounds > 0
				? Math.min(
						100,
						(100 * since(before.concealedSounds, after.concealedSounds)) /
							sounds,
					)
				: null,
	};
}
