// Notices a handshake that can come to nothing. Whoever knows an invite may knock, and the browser lets their first
// words in (RFC 8445, section 7.3): where two answer at once, those of the wrong one may come first, and it fails.

import type { SessionPlatform } from "./rtc.ts";

type Source = Pick<
	RTCPeerConnection,
	| "iceConnectionState"
	| "connectionState"
	| "sctp"
	| "getStats"
	| "addEventListener"
>;

/** What is read of the entries of a report. */
type Stat = {
	readonly [name in "type" | "requestsSent" | "requestsReceived"]?: unknown;
};

const lookMs = 1_000;
// On a standing path the handshake takes a few round trips; lost packets may cost it seconds.
const patienceMs = 6_000;

/** Somebody knocks again and again whom the browser has no reason to ask back: theirs is not the code that was taken. */
export function isStrangerAmong(report: Iterable<Stat>): boolean {
	return [...report].some(
		({ type, requestsSent, requestsReceived }) =>
			type === "candidate-pair" &&
			requestsSent === 0 &&
			typeof requestsReceived === "number" &&
			requestsReceived > 1,
	);
}

/** Until the signal, which is to come with the first opening. */
export function watchHandshake(
	connection: Source,
	{ ticker, now }: Pick<SessionPlatform, "ticker" | "now">,
	onMixedUp: () => void,
	lifetime: AbortSignal,
): void {
	const done = new AbortController();
	const until = AbortSignal.any([lifetime, done.signal]);
	const finish = () => {
		if (until.aborted) return;
		done.abort();
		onMixedUp();
	};
	const isPathThere = () =>
		/connected|completed/.test(connection.iceConnectionState);
	const keys = () => connection.sctp?.transport.state;

	connection.addEventListener(
		"connectionstatechange",
		() => {
			if (keys() === "failed" && isPathThere()) finish();
		},
		{ signal: until },
	);

	// Neither failed nor done: each of the two waits for words that went to somebody else.
	let since: number | null = null;
	ticker.every(
		lookMs,
		async () => {
			const isStuck = isPathThere() && keys() === "connecting";
			since = isStuck ? (since ?? now()) : null;
			if (since === null || now() - since < patienceMs) return;
			const report: Iterable<Stat> = (await connection.getStats()).values();
			if (isStrangerAmong(report)) finish();
		},
		until,
	);
}
