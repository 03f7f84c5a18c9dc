// One RTCPeerConnection with its channels, from making it to closing it. The only file that makes one;
// a session makes a new link where the browser has closed one, or where the path has to be found anew by codes.

import { channelIds } from "../wire/channel-ids.ts";
import type { Faces } from "./faces.ts";
import { gathered } from "./gather.ts";
import { watchHandshake } from "./handshake.ts";
import { createInBand, type InBand, type InBandEvents } from "./in-band.ts";
import { createWaiting } from "./keep-waiting.ts";
import { type KeptLine, keepLine } from "./kept-line.ts";
import type { LineKind } from "./media-lines.ts";
import type { Agreement } from "./negotiate.ts";
import type { Remote } from "./remote.ts";
import { isFirefox } from "./roles.ts";
import type { SessionPlatform } from "./rtc.ts";
import { floodRules, withThrottle } from "./throttle.ts";
import { plainWireOf, type Wire, wireOf } from "./wires.ts";

export type LinkEvent =
	| "gathered"
	| "opened"
	| "unsettled"
	| "settled"
	| "lost"
	| "mixedUp"
	| "died";

export type LinkEvents = {
	on(event: LinkEvent, link: Link): void;
	/** One more address of this device, after the code was written. */
	onFound(link: Link): void;
	onTrack(kind: LineKind, track: MediaStreamTrack, link: Link): void;
	readonly inBand: InBandEvents;
	/** Whether the code it was made for is another tool's. */
	isForeign(): boolean;
};

// Other tools open one or two.
const mostStrangers = 8;

/** "answering" answers the offer of another tool, which may hold anything; "offering" is what every code of ours is. */
export type Manner = "offering" | "answering";

export type Link = Pick<InBand, "restart" | "say" | "forgetFound"> & {
	readonly carry: InBand["lines"]["carry"];
	readonly loudness: InBand["lines"]["loudness"];
	/** The browser has begun: now theirs can be applied. */
	readonly described: Promise<void>;
	sdp(): string;
	apply(remote: Remote): Promise<void>;
	/** Opens this device's network towards them again and again, until the signal. */
	wait(signal: AbortSignal): void;
	/** It is in use from now on; there is no agreement with another tool. */
	greet(agreement: Agreement | null): void;
	isOpen(): boolean;
	/** Whether it has been open, and in use, at any time. */
	isAdopted(): boolean;
	isClosed(): boolean;
	/** For good, without ever having been open; and it had begun to search by then. */
	hasGivenUp(sinceMs: number): boolean;
	stats(): Promise<RTCStatsReport>;
	/** What the other side has shown in the handshake; not every browser tells. */
	certificate(): Uint8Array | null;
	close(afterMs?: number): void;
	/** In place of closing it: what was open is kept for another call, as long as the lifetime. */
	keep(during: AbortSignal): KeptLine | null;
};

export function createLink(
	platform: SessionPlatform,
	configuration: RTCConfiguration,
	manner: Manner,
	{ chat, files }: Pick<Faces, "chat" | "files">,
	events: LinkEvents,
	lifetime: AbortSignal,
): Link {
	const connection = platform.createConnection({
		...configuration,
		bundlePolicy: "max-bundle",
	});
	const life = new AbortController();
	const until = AbortSignal.any([lifetime, life.signal]);
	const { signal } = life;
	const isOffering = manner === "offering";
	const openChannel = (name: keyof typeof channelIds) =>
		connection.createDataChannel(name, {
			negotiated: true,
			id: channelIds[name],
		});
	const guarded = (wire: Wire) =>
		withThrottle(wire, floodRules.chat, platform.now, events.inBand.heardFlood);
	const plugPlain = (channel: RTCDataChannel) =>
		chat.plug(plainWireOf(guarded(wireOf(channel))), signal);
	const control = isOffering ? openChannel("control") : null;
	// Another tool has chat at most.
	const own = new AbortController();
	if (isOffering) {
		chat.plug(guarded(wireOf(openChannel("chat"))), signal);
		const during = AbortSignal.any([signal, own.signal]);
		files.attach(openChannel("files"), connection, during);
	}
	const inBand = createInBand(
		connection,
		control,
		platform,
		events.inBand,
		until,
	);
	const waiting = createWaiting(connection, platform.ticker);
	let hasGathered = false;
	let strangers = 0;
	let isAdopted = false;
	let appliedAt = Number.POSITIVE_INFINITY;

	const ready = gathered(connection, platform.ticker, until);
	const described = isOffering
		? connection.setLocalDescription()
		: Promise.resolve();

	const { restart, say, forgetFound, lines } = inBand;
	const link: Link = {
		described,
		greet(agreement) {
			isAdopted = true;
			if (agreement) return inBand.greet(agreement);
			own.abort();
			if (isOffering) plugPlain(connection.createDataChannel("chat"));
		},
		restart,
		say,
		forgetFound,
		carry: lines.carry,
		loudness: lines.loudness,
		sdp: () => connection.localDescription?.sdp ?? "",
		async apply({ sdp, candidates }) {
			appliedAt = platform.now();
			const type = isOffering ? "answer" : "offer";
			await connection.setRemoteDescription({ type, sdp });
			if (!isOffering) {
				lines.adopt();
				await connection.setLocalDescription();
				announce();
			}
			if (!until.aborted) waiting.begin(candidates);
		},
		wait: (during) => waiting.keep(AbortSignal.any([until, during])),
		isAdopted: () => isAdopted,
		isOpen: () => control?.readyState === "open",
		isClosed: () => connection.signalingState === "closed",
		// Firefox ends its search for good; the others take it up again at the next sign of the other side.
		hasGivenUp: (sinceMs) =>
			!isAdopted &&
			appliedAt < sinceMs &&
			connection.connectionState === "failed" &&
			isFirefox(connection.localDescription?.sdp ?? ""),
		stats: () => connection.getStats(),
		certificate() {
			const [shown] =
				connection.sctp?.transport?.getRemoteCertificates?.() ?? [];
			return shown ? new Uint8Array(shown) : null;
		},
		close(afterMs = 0) {
			life.abort();
			platform.ticker.after(
				afterMs,
				() => connection.close(),
				new AbortController().signal,
			);
		},
		keep(during) {
			life.abort();
			return isAdopted && control?.readyState === "open"
				? keepLine(connection, control, platform.ticker, during)
				: null;
		},
	};
	const post = (event: LinkEvent) => {
		if (!until.aborted) events.on(event, link);
	};
	const announce = () => {
		ready.then(() => {
			hasGathered = true;
			post("gathered");
		});
	};

	const opening = new AbortController();
	const beforeOpen = AbortSignal.any([until, opening.signal]);
	watchHandshake(connection, platform, () => post("mixedUp"), beforeOpen);
	control?.addEventListener(
		"open",
		() => {
			opening.abort();
			post("opened");
		},
		{ signal },
	);
	control?.addEventListener(
		"close",
		() => {
			// Firefox closes the channels of a search that has found nothing; there is no other connection to make of it.
			const isOnlyLost = !isAdopted && connection.signalingState !== "closed";
			post(isOnlyLost ? "lost" : "died");
		},
		{ signal },
	);
	connection.addEventListener(
		"datachannel",
		({ channel }) => {
			strangers += 1;
			if (strangers > mostStrangers) events.inBand.heardFlood();
			// All that we open stands from the start; only another tool has to open its own.
			if (!events.isForeign() || strangers > mostStrangers)
				return channel.close();
			channel.addEventListener("open", () => post("opened"), { signal });
			plugPlain(channel);
		},
		{ signal },
	);
	connection.addEventListener(
		"connectionstatechange",
		() => {
			// Before the first opening "failed" only means "still waiting"; the machine knows.
			if (connection.connectionState === "disconnected") post("unsettled");
			if (connection.connectionState === "connected") post("settled");
			if (connection.connectionState === "failed") post("lost");
			// Another tool need not open a channel.
			if (connection.connectionState === "connected" && !isOffering)
				post("opened");
		},
		{ signal },
	);
	connection.addEventListener(
		"icecandidate",
		({ candidate }) => {
			if (candidate?.candidate && hasGathered) events.onFound(link);
		},
		{ signal },
	);
	connection.addEventListener(
		"track",
		({ track, transceiver }) => {
			const kind = lines.kindOf(transceiver);
			if (kind) events.onTrack(kind, track, link);
		},
		{ signal },
	);

	if (isOffering) described.then(announce, () => post("died"));
	return link;
}
