// Keeps both networks open while a code is still on its way to the other person: gives the browser
// their candidates again and again, each time as if new ("pulsing"), until the channel opens.

import type { Ticker } from "../lib/ticker.ts";
import { renewed } from "./remote.ts";

// Firefox gives up for good nine seconds after the last new candidate; a NAT forgets after thirty.
const pulseMs = 4_000;

type Target = Pick<RTCPeerConnection, "addIceCandidate">;

export function keepWaiting(
	connection: Target,
	candidates: readonly string[],
	ticker: Ticker,
	signal: AbortSignal,
): void {
	let round = 0;
	const pulse = () => {
		for (const [index, candidate] of candidates.entries()) {
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
	pulse();
	ticker.every(pulseMs, pulse, signal);
}
