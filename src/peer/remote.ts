// Their code says what they offer. My own offer stays my local description, so theirs is
// written as the answer to it; its candidates are taken out, because they are given one by one.

import type { Setup } from "./roles.ts";

export type Remote = {
	readonly sdp: string;
	readonly candidates: readonly string[];
};

// Every candidate makes this device send packets to an address that somebody else chose.
const maxCandidates = 8;

export function asRemote(sdp: string, setup: Setup): Remote {
	const lines = sdp.split(/\r?\n/).filter((line) => line !== "");
	const candidates = lines
		.filter((line) => line.startsWith("a=candidate:"))
		.map((line) => line.slice("a=".length))
		.slice(0, maxCandidates);
	const rest = lines.filter(
		(line) =>
			!line.startsWith("a=candidate:") && line !== "a=end-of-candidates",
	);
	return { sdp: withSetup(`${rest.join("\r\n")}\r\n`, setup), candidates };
}

/** My description as it goes into a code. */
export function asSent(sdp: string, setup: Setup): string {
	// A newer way to save a round trip (draft-hancke-tsvwg-snap): 30 bytes of every code, for which a
	// browser that finds it missing does without.
	return withSmallMessages(withSetup(sdp, setup)).replace(
		/^a=sctp-init:.*\r?\n/gm,
		"",
	);
}

/**
 * Whoever reads a description without this line sends messages of 64 KiB at most (RFC 8841, 6.1). All of ours are
 * smaller; Firefox would ask for a gigabyte, and hold it in memory until it is whole.
 */
export function withSmallMessages(sdp: string): string {
	return sdp.replace(/^a=max-message-size:.*\r?\n/gm, "");
}

export function withSetup(sdp: string, setup: Setup): string {
	return sdp.replace(
		/^a=setup:(?:actpass|active|passive|holdconn)/gm,
		`a=setup:${setup}`,
	);
}

/**
 * The same address under a new foundation and one priority lower: Chromium drops a candidate that it
 * has seen, and a fresh one makes both browsers send again.
 */
export function renewed(
	candidate: string,
	round: number,
	index: number,
): string {
	const fields = candidate.split(" ");
	const priority = Number(fields[3]);
	fields[0] = `candidate:${1000 + round * 16 + index}`;
	fields[3] = String(Math.max(1, priority - round));
	return fields.join(" ");
}
