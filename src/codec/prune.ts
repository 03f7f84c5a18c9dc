// Which candidates a card carries: those that can serve between two browsers, the best of each kind.
// Every one more makes the code longer and the receiver send to one address more.

import {
	type Candidate,
	kindOf,
	type OfferedCandidate,
	types,
} from "./candidate.ts";

const maxPerKind = 3;
const maxPruned = 8;

const isLoopback = (address: string): boolean =>
	address.startsWith("127.") || address === "::1";

export function prune(
	offered: readonly OfferedCandidate[],
	shouldPrune: boolean,
): readonly Candidate[] {
	// Browsers offer TCP only as "active", on port 9, which nobody can connect to; component 2 is RTCP.
	const usable = offered
		.filter((one) => one.protocol === "udp" && one.component === 1)
		.toSorted(
			(a, b) =>
				types.indexOf(a.type) - types.indexOf(b.type) ||
				b.priority - a.priority,
		);
	return shouldPrune ? best(usable) : usable;
}

function best(
	sorted: readonly OfferedCandidate[],
): readonly OfferedCandidate[] {
	const seen = new Set<string>();
	const counts = new Map<number, number>();
	const ranked: { readonly one: OfferedCandidate; readonly rank: number }[] =
		[];
	for (const one of sorted) {
		const place = `${one.address} ${one.port}`;
		if (isLoopback(one.address) || seen.has(place)) continue;
		seen.add(place);
		const rank = counts.get(kindOf(one)) ?? 0;
		counts.set(kindOf(one), rank + 1);
		if (rank < maxPerKind) ranked.push({ one, rank });
	}
	// The best of every kind comes before the second best of any.
	const chosen = new Set(
		ranked
			.toSorted((a, b) => a.rank - b.rank)
			.slice(0, maxPruned)
			.map(({ one }) => one),
	);
	return sorted.filter((one) => chosen.has(one));
}
