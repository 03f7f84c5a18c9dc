// Keeps both networks open while a code is still on its way to the other person: gives the browser
// their candidates again and again, each time as if new ("pulsing"), until the channel opens.

import type { Ticker } from "../lib/ticker.ts";
import { renewed } from "./remote.ts";

// Firefox gives up for good nine seconds after the last new candidate; a NAT forgets after thirty.
const pulseMs = 4_000;

export type Waiting = {
	/** Their addresses, once the browser has taken their description. */
	begin(candidates: readonly string[]): void;
	/** Until the signal; until they are known, there is nothing to do. */
	keep(signal: AbortSignal): void;
};

export function createWaiting(
	connection: Pick<RTCPeerConnection, "addIceCandidate">,
	ticker: Ticker,
	/** Asked each time: what my own network is like may be found out late. */
	isHeeded: (candidate: string) => boolean,
): Waiting {
	let theirs: readonly string[] = [];
	// Goes on where it was after a pause: the browser knows every round so far.
	let round = 0;
	const pulse = () => {
		for (const [index, candidate] of theirs.entries()) {
			if (!isHeeded(candidate)) continue;
			connection
				.addIceCandidate({
					candidate: renewed(candidate, round, index),
					sdpMid: "0",
				})
				// One bad address of theirs must not stop the others.
				.catch(() => {});
		}
		round += 1;
	};
	return {
		begin(candidates) {
			theirs = candidates;
			pulse();
		},
		keep(signal) {
			pulse();
			ticker.every(pulseMs, pulse, signal);
		},
	};
}
