// Why two devices do not find each other, as far as the facts tell. Pure: one likely cause, the most certain first.

import type { CandidateKind } from "./reach.ts";

export type Path = {
	/** How the two devices see each other, from the nearest to the farthest. */
	readonly is: "sameNetwork" | "direct" | "relayed";
	readonly roundTripMs: number | null;
};

export type Facts = {
	readonly mine: readonly CandidateKind[];
	readonly theirs: readonly CandidateKind[];
	readonly didAskServers: boolean;
	/** A router that gives each destination another port: nobody can be told where to knock. */
	readonly myPortsChange: boolean;
	readonly theirPortsChange: boolean;
	/** Behind the same public address, or in the same range of local ones. */
	readonly areNeighbours: boolean;
	readonly pairsTried: number;
	readonly pairsAnswered: number;
	/** Whether anything at all has come from them. */
	readonly wasKnockedAt: boolean;
	readonly path: Path | null;
};

export type Cause =
	/** this device is in no network */
	| "noNetwork"
	/** addresses of local networks on both sides, and no server was asked for others */
	| "noCommonNetwork"
	/** no server has answered this device: UDP is most likely blocked */
	| "blocked"
	/** their code holds no public address */
	| "theyAreLocal"
	/** only names to look up, and looking up has brought nothing */
	| "namesUnresolved"
	/** the same network, but it lets none of its devices reach another */
	| "keptApart"
	/** a router gives each destination another port */
	| "portsChange"
	/** it has been so long that their page or their router's mapping may be gone */
	| "stale"
	/** they answer, but the handshake of the keys does not come to its end */
	| "unfinished"
	/** nothing comes back */
	| "silent";

const staleMs = 10 * 60_000;

export function diagnose(facts: Facts, theirAgeMs: number | null): Cause {
	const { mine, theirs } = facts;
	const isFar = (kinds: Facts["mine"]) =>
		kinds.some((kind) => kind !== "name" && kind !== "local");
	if (mine.length === 0) return "noNetwork";
	if (facts.pairsAnswered > 0) return "unfinished";
	if (!isFar(mine) || !isFar(theirs)) {
		const areNames =
			theirs.length > 0 && theirs.every((kind) => kind === "name");
		if (facts.areNeighbours && facts.pairsTried > 0) return "keptApart";
		if (!isFar(mine) && facts.didAskServers) return "blocked";
		if (areNames && facts.pairsTried === 0) return "namesUnresolved";
		if (isFar(mine)) return "theyAreLocal";
		return "noCommonNetwork";
	}
	if (facts.areNeighbours) return "keptApart";
	if (facts.myPortsChange || facts.theirPortsChange) return "portsChange";
	return theirAgeMs !== null && theirAgeMs > staleMs ? "stale" : "silent";
}
