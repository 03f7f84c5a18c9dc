// Which of the ways between two devices is in use, as a browser's report tells it.

import type { Path } from "./diagnose.ts";

export type PathStat = {
	readonly [name in
		| "type"
		| "id"
		| "selectedCandidatePairId"
		| "selected"
		| "localCandidateId"
		| "remoteCandidateId"
		| "currentRoundTripTime"
		| "candidateType"]?: unknown;
};

export function selectedPair<Stat extends PathStat>(
	stats: readonly Stat[],
): Stat | null {
	const selected = stats.find(
		({ type }) => type === "transport",
	)?.selectedCandidatePairId;
	const pair = stats.find(
		(one) =>
			one.type === "candidate-pair" &&
			(one.id === selected || one.selected === true),
	);
	return pair ?? null;
}

export function pathOf(stats: readonly PathStat[]): Path | null {
	const pair = selectedPair(stats);
	if (!pair) return null;
	const typeOf = (id: unknown) =>
		stats.find((one) => one.id === id)?.candidateType;
	const types = [typeOf(pair.localCandidateId), typeOf(pair.remoteCandidateId)];
	const seconds = pair.currentRoundTripTime;
	return {
		is: types.includes("relay")
			? "relayed"
			: types.every((type) => type === "host")
				? "sameNetwork"
				: "direct",
		roundTripMs:
			typeof seconds === "number" ? Math.round(seconds * 1_000) : null,
	};
}
