// One RTCPeerConnection with its channels, from making it to closing it. The only file that makes one;
// a session makes a new link where the browser has closed one, or where the path has to be found anew by codes.

import { channelIds } from "../wire/channel-ids.ts";
import type { PipeEnd } from "./byte-pipe.ts";
import { discreet, scopeOf } from "./discretion.ts";
import type { Faces } from "./faces.ts";
import { gathered } from "./gather.ts";
import { watchHandshake } from "./handshake.ts";
import { heeds } from "./heed.ts";
import { createInBand } from "./in-band.ts";
import { createWaiting } from "./keep-waiting.ts";
import { keepLine } from "./kept-line.ts";
import { createLanes, type Lanes } from "./lanes.ts";
import type { Link, LinkEvent, LinkEvents, Manner } from "./link-face.ts";
import { isFirefox } from "./roles.ts";
import type { SessionPlatform } from "./rtc.ts";
import { floodRules, withThrottle } from "./throttle.ts";
import { plainWireOf, type Wire, wireOf } from "./wires.ts";

export type { Link, LinkEvent, LinkEvents } from "./link-face.ts";

// Other tools open one or two.
const mostStrangers = 8;

export function createLink(
	platform: SessionPlatform,
	configuration: RTCConfiguration,
	manner: Manner,
	{ chat, files }: Pick<Faces, "chat" | "files">,
	events: LinkEvents,
	lifetime: AbortSignal,
): Link {
	const createConnection = () =>
		platform.createConnection({ ...configuration, bundlePolicy: "max-bundle" });
	const connection = createConnection();
	const life = new AbortController();
	const until = AbortSignal.any([lifetime, life.signal]);
	const { signal } = life;
	const isOffering = manner === "offering";
	const scope = scopeOf(configuration);
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
	let pipeEnd: PipeEnd | null = null;
	let lanes: Lanes | null = null;
	if (isOffering) {
		chat.plug(guarded(wireOf(openChannel("chat"))), signal);
		const during = AbortSignal.any([signal, own.signal]);
		pipeEnd = files.attach(openChannel("files"), connection, during);
	}
	const inBand = createInBand(
		connection,
		control,
		platform,
		{ ...events.inBand, heardLane: (message) => lanes?.handle(message) },
		scope,
		until,
	);
	const mySdp = () => connection.localDescription?.sdp ?? "";
	const waiting = createWaiting(connection, platform.ticker, (candidate) =>
		heeds(candidate, mySdp(), scope),
	);
	let hasGathered = false;
	let strangers = 0;
	let isAdopted = false;
	let appliedAt = Number.POSITIVE_INFINITY;

	let gatherings = 0;
	/** What it gives back is called once the browser has been told to gather. */
	const beginGathering = () => {
		gatherings += 1;
		const mine = gatherings;
		hasGathered = false;
		const ready = gathered(connection, platform.ticker, until);
		return () => {
			ready.then(() => {
				if (mine !== gatherings) return;
				hasGathered = true;
				post("gathered");
			});
		};
	};
	const announce = isOffering ? beginGathering() : () => {};
	const described = isOffering
		? connection.setLocalDescription()
		: Promise.resolve();

	const { restart, say, forgetFound, lines } = inBand;
	const link: Link = {
		described,
		greet(agreement) {
			isAdopted = true;
			if (agreement) {
				inBand.greet(agreement);
				lanes =
					pipeEnd &&
					createLanes(
						createConnection,
						platform,
						agreement,
						pipeEnd,
						{
							say,
							told: (sdp) => discreet(sdp, scope),
							heeds: (candidate, sdp) => heeds(candidate, sdp, scope),
						},
						until,
					);
				return;
			}
			own.abort();
			if (isOffering) plugPlain(connection.createDataChannel("chat"));
		},
		restart,
		say,
		forgetFound,
		carry: lines.carry,
		loudness: lines.loudness,
		sdp: mySdp,
		told: () => discreet(mySdp(), scope),
		async apply({ sdp, candidates }, doesYield) {
			appliedAt = platform.now();
			const isAnswering = !isOffering || doesYield;
			const anew = isAnswering ? beginGathering() : null;
			const type = isAnswering ? "offer" : "answer";
			await connection.setRemoteDescription({ type, sdp });
			if (!isOffering) lines.adopt();
			if (isAnswering) await connection.setLocalDescription();
			anew?.();
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
			isFirefox(mySdp()),
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
