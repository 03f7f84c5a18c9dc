// How the call goes: three bars, the figures of the last two minutes, and what has gone to and fro altogether.
// Looks only while the two are connected, and never makes a promise of what it has not seen.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
} from "@preact/signals-core";
import type { Path } from "../peer/facts.ts";
import { type Bars, barsOf } from "../peer/quality.ts";
import type { Session } from "../peer/session.ts";
import {
	type CallStat,
	type Counters,
	countersOf,
	type Sample,
	sampleOf,
} from "../peer/stats.ts";
import type { Platform } from "./platform.ts";

export type { Bars, Sample };

export type Quality = {
	/** Null while there is no connection to look at. */
	readonly bars: ReadonlySignal<Bars | null>;
	/** The newest last. */
	readonly samples: ReadonlySignal<readonly Sample[]>;
	readonly totals: ReadonlySignal<Totals>;
};

export type Totals = {
	readonly sentBytes: number;
	readonly receivedBytes: number;
	/** The way that was used last. */
	readonly path: Path["is"] | null;
};

const lookMs = 2_000;
export const mostSamples = 60;

const nothing = (atMs: number): Counters => ({
	atMs,
	path: null,
	sentBytes: 0,
	receivedBytes: 0,
	packets: 0,
	lostPackets: 0,
	theirLossPercent: null,
	frames: null,
	frozenMs: 0,
	sounds: 0,
	concealedSounds: 0,
});

export function createQuality(
	platform: Pick<Platform, "ticker" | "now">,
	session: Pick<Session, "state" | "stats" | "theirMedia" | "theirTracks">,
	lifetime: AbortSignal,
): Quality {
	const samples = cell<readonly Sample[]>([]);
	const totals = cell<Totals>({ sentBytes: 0, receivedBytes: 0, path: null });
	const isConnected = computed(() => session.state.value === "connected");
	let before = nothing(platform.now());

	/** Only a picture that should be moving can stand still. */
	const cameraId = () =>
		session.theirMedia.value.camera && !session.theirMedia.value.hold
			? (session.theirTracks.value.video?.id ?? null)
			: null;

	const look = async (during: AbortSignal) => {
		const report: RTCStatsReport | null = await session
			.stats()
			.catch(() => null);
		if (report === null || during.aborted) return;
		const stats: Iterable<CallStat> = report.values();
		const after = countersOf(stats, cameraId(), platform.now());
		const sample = sampleOf(before, after);
		if (!sample) return;
		before = after;
		samples.value = [...samples.value, sample].slice(-mostSamples);
		const { sentBytes, receivedBytes, path } = totals.value;
		totals.value = {
			sentBytes: sentBytes + sample.sentBytes,
			receivedBytes: receivedBytes + sample.receivedBytes,
			path: sample.path?.is ?? path,
		};
	};

	let looking = new AbortController();
	const stop = effect(() => {
		looking.abort();
		if (!isConnected.value) return;
		looking = new AbortController();
		const { signal } = looking;
		const during = AbortSignal.any([lifetime, signal]);
		before = { ...before, atMs: platform.now() };
		platform.ticker.every(lookMs, () => void look(during), during);
		// What has gone over the line since the last look counts as well.
		signal.addEventListener("abort", () => void look(lifetime));
	});
	lifetime.addEventListener("abort", () => {
		stop();
		looking.abort();
	});

	return {
		bars: computed(() => (isConnected.value ? barsOf(samples.value) : null)),
		samples,
		totals,
	};
}
