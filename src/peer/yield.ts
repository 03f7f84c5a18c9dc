// Both sides of a card are offerers, so both want to control the search. Firefox never hears the error that settles this
// (487; RFC 8445, section 7.2.5.1): it takes it for one that passes. So one of the two steps back by itself.

import type { SessionPlatform } from "./rtc.ts";

// Where each of the two can reach the other they have found their roles long before.
const yieldMs = 2_000;

type Yielding = Pick<
	RTCPeerConnection,
	| "signalingState"
	| "iceConnectionState"
	| "setRemoteDescription"
	| "setLocalDescription"
>;

/**
 * For the side that has applied last, while nothing has come of it: an answer to the other's description makes it the
 * one that is controlled, without another packet between the two and without another name or password.
 */
export function yieldLater(
	connection: Yielding,
	{ ticker }: Pick<SessionPlatform, "ticker">,
	theirSdp: string,
	onYielded: () => void,
	lifetime: AbortSignal,
): void {
	const yieldNow = async () => {
		const isSearching = /new|checking|disconnected|failed/.test(
			connection.iceConnectionState,
		);
		if (!isSearching || connection.signalingState !== "stable") return;
		await connection.setRemoteDescription({ type: "offer", sdp: theirSdp });
		await connection.setLocalDescription();
		onYielded();
	};
	// Where the browser will not, everything stays as it was.
	ticker.after(yieldMs, () => void yieldNow().catch(() => {}), lifetime);
}
