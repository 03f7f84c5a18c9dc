// What is known of a connection while it is made, and afterwards: kinds and counts, never an address.

import type { Facts, Path } from "./diagnose.ts";
import type { Link } from "./link.ts";
import { type PathStat, pathOf } from "./path.ts";
import { candidatesOf, doPortsChange } from "./reach.ts";

export type { Facts, Path };

/** What is read of the entries of a report; browsers differ in what they tell. */
type Stat = PathStat & {
	readonly [name in
		| "requestsSent"
		| "requestsReceived"
		| "responsesReceived"]?: unknown;
};

const count = (value: unknown) => (typeof value === "number" ? value : 0);

export async function readFacts(
	link: Pick<Link, "sdp" | "stats"> | null,
	theirSdp: string,
	didAskServers: boolean,
): Promise<Facts | null> {
	if (!link) return null;
	const report: Iterable<Stat> = (await link.stats()).values();
	return factsOf(link.sdp(), theirSdp, didAskServers, report);
}

export function factsOf(
	mySdp: string,
	theirSdp: string,
	didAskServers: boolean,
	report: Iterable<Stat>,
): Facts {
	const stats = [...report];
	const pairs = stats.filter(({ type }) => type === "candidate-pair");
	const mine = candidatesOf(mySdp);
	const theirs = candidatesOf(theirSdp);
	const networks = (some: typeof mine) =>
		some.flatMap(({ kind, address }) => {
			if (kind === "mapped") return [address];
			// Most home networks are this wide.
			return kind === "local" ? [address.split(".").slice(0, 3).join(".")] : [];
		});
	const theirNetworks = networks(theirs);
	return {
		mine: mine.map(({ kind }) => kind),
		theirs: theirs.map(({ kind }) => kind),
		didAskServers,
		myPortsChange: doPortsChange(mine),
		theirPortsChange: doPortsChange(theirs),
		areNeighbours: networks(mine).some((one) => theirNetworks.includes(one)),
		pairsTried: pairs.filter(({ requestsSent }) => count(requestsSent) > 0)
			.length,
		pairsAnswered: pairs.filter(
			({ responsesReceived }) => count(responsesReceived) > 0,
		).length,
		wasKnockedAt: pairs.some(
			({ requestsReceived }) => count(requestsReceived) > 0,
		),
		path: pathOf(stats),
	};
}
