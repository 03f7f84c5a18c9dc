// Looks at this device's own network before anybody is waiting: what it finds by itself, what servers tell it. Makes a
// connection for that alone, and closes it.

import type { Ticker } from "../lib/ticker.ts";
import { gathered } from "./gather.ts";
import { candidatesOf, doPortsChange } from "./reach.ts";
import type { SessionPlatform } from "./rtc.ts";

export type CheckPlatform = Pick<
	SessionPlatform,
	"createConnection" | "now"
> & { readonly ticker: Ticker };

/** Whom a code made here would reach. */
export type NetworkVerdict =
	| "nobody"
	| "sameNetwork"
	| "internet"
	/** the router gives every connection another port: most others are out of reach without TURN */
	| "mostlyRelay"
	/** by way of one's own TURN server */
	| "relay";

export type ServerVerdict =
	| { readonly is: "works"; readonly tookMs: number }
	| { readonly is: "noAnswer" | "refused" | "unusable" };

const patienceMs = 8_000;

// A server that does not answer keeps the browser waiting for longer than this.
const quickMs = 3_000;

const unauthorized = 401;

async function gather(
	platform: CheckPlatform,
	configuration: RTCConfiguration,
	lifetime: AbortSignal,
	watch: (connection: RTCPeerConnection, signal: AbortSignal) => void,
	ready: (connection: RTCPeerConnection, signal: AbortSignal) => Promise<void>,
): Promise<string> {
	const connection = platform.createConnection(configuration);
	const done = new AbortController();
	const until = AbortSignal.any([lifetime, done.signal]);
	try {
		watch(connection, until);
		connection.createDataChannel("check");
		const whole = ready(connection, until);
		await connection.setLocalDescription();
		await whole;
		return connection.localDescription?.sdp ?? "";
	} finally {
		done.abort();
		connection.close();
	}
}

export async function checkNetwork(
	platform: CheckPlatform,
	configuration: RTCConfiguration,
	lifetime: AbortSignal,
): Promise<NetworkVerdict> {
	const sdp = await gather(
		platform,
		configuration,
		lifetime,
		() => {},
		(connection, until) => gathered(connection, platform.ticker, until),
	);
	const candidates = candidatesOf(sdp);
	const has = (...kinds: readonly string[]) =>
		candidates.some(({ kind }) => kinds.includes(kind));
	if (candidates.length === 0) return "nobody";
	if (has("relay")) return "relay";
	if (doPortsChange(candidates)) return "mostlyRelay";
	return has("mapped", "public") ? "internet" : "sameNetwork";
}

export async function checkServer(
	platform: CheckPlatform,
	server: RTCIceServer,
	isTurn: boolean,
	lifetime: AbortSignal,
): Promise<ServerVerdict> {
	const startedAt = platform.now();
	const wanted = isTurn ? "relay" : "srflx";
	let verdict: ServerVerdict | null = null;
	const take = (found: ServerVerdict) => {
		verdict ??= found;
	};
	const works = (): ServerVerdict => ({
		is: "works",
		tookMs: platform.now() - startedAt,
	});
	try {
		await gather(
			platform,
			{
				iceServers: [server],
				iceTransportPolicy: isTurn ? "relay" : "all",
			},
			lifetime,
			(connection, signal) => {
				connection.addEventListener(
					"icecandidate",
					({ candidate }) => candidate?.type === wanted && take(works()),
					{ signal },
				);
				connection.addEventListener(
					"icecandidateerror",
					({ errorCode }) =>
						errorCode === unauthorized && take({ is: "refused" }),
					{ signal },
				);
			},
			(connection, until) =>
				new Promise((resolve) => {
					const look = () => {
						const isWhole = connection.iceGatheringState === "complete";
						if (verdict || isWhole) resolve();
					};
					connection.addEventListener("icegatheringstatechange", look, {
						signal: until,
					});
					platform.ticker.every(100, look, until);
					platform.ticker.after(patienceMs, resolve, until);
				}),
		);
	} catch {
		return { is: "unusable" };
	}
	// A device without a router has no other address to be told; the answer itself was quick.
	const wasQuick = platform.now() - startedAt < quickMs;
	return verdict ?? (wasQuick && !isTurn ? works() : { is: "noAnswer" });
}
