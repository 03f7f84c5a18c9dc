// Waits until enough is known to write a code. "Complete" can take 40 seconds where one interface
// or one server is dead, so there is a deadline.

import type { Ticker } from "../lib/ticker.ts";

export const gatherRule = { quietMs: 700, deadlineMs: 5_000 } as const;

type Source = Pick<RTCPeerConnection, "iceGatheringState" | "addEventListener">;

/** Begin before `setLocalDescription`: afterwards the first candidates may have come and gone. */
export function gathered(
	connection: Source,
	ticker: Ticker,
	signal: AbortSignal,
): Promise<void> {
	return new Promise((resolve) => {
		const done = new AbortController();
		const until = AbortSignal.any([signal, done.signal]);
		const finish = () => {
			done.abort();
			resolve();
		};
		let quiet = new AbortController();
		connection.addEventListener(
			"icecandidate",
			({ candidate }) => {
				// The public address has come; what else a server can tell comes within the same moment.
				if (candidate?.type !== "srflx" && candidate?.type !== "relay") return;
				quiet.abort();
				quiet = new AbortController();
				ticker.after(
					gatherRule.quietMs,
					finish,
					AbortSignal.any([until, quiet.signal]),
				);
			},
			{ signal: until },
		);
		connection.addEventListener(
			"icegatheringstatechange",
			() => {
				if (connection.iceGatheringState === "complete") finish();
			},
			{ signal: until },
		);
		ticker.after(gatherRule.deadlineMs, finish, until);
	});
}
