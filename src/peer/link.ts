// One RTCPeerConnection with its channels, from making it to closing it. The only file that makes one;
// a session makes a new link where the browser has closed one, or where the path has to be found anew by codes.

import { channelIds } from "../wire/channel-ids.ts";
import { gathered } from "./gather.ts";
import { createInBand, type InBand, type InBandEvents } from "./in-band.ts";
import { createWaiting } from "./keep-waiting.ts";
import type { Remote } from "./remote.ts";
import { isFirefox } from "./roles.ts";
import type { Outlet, SessionPlatform } from "./rtc.ts";

export type LinkEvent =
	| "gathered"
	| "opened"
	| "unsettled"
	| "settled"
	| "lost"
	| "died";

export type LinkEvents = {
	on(event: LinkEvent, link: Link): void;
	/** One more address of this device, after the code was written. */
	onFound(link: Link): void;
	onTrack(track: MediaStreamTrack, link: Link): void;
	readonly inBand: InBandEvents;
};

export type Link = Pick<InBand, "greet" | "restart" | "say" | "forgetFound"> & {
	readonly carry: InBand["lines"]["carry"];
	/** The browser has begun: now theirs can be applied. */
	readonly described: Promise<void>;
	sdp(): string;
	apply(remote: Remote): Promise<void>;
	/** Opens this device's network towards them again and again, until the signal. */
	wait(signal: AbortSignal): void;
	isOpen(): boolean;
	/** Whether it has been open, and in use, at any time. */
	isAdopted(): boolean;
	isClosed(): boolean;
	/** For good, and without ever having been open. */
	hasGivenUp(): boolean;
	stats(): Promise<RTCStatsReport>;
	close(afterMs?: number): void;
};

export function createLink(
	platform: SessionPlatform,
	configuration: RTCConfiguration,
	chat: Outlet,
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
	const openChannel = (name: keyof typeof channelIds) =>
		connection.createDataChannel(name, {
			negotiated: true,
			id: channelIds[name],
		});
	const control = openChannel("control");
	chat.plug(openChannel("chat"), signal);
	const inBand = createInBand(
		connection,
		control,
		platform,
		events.inBand,
		until,
	);
	const waiting = createWaiting(connection, platform.ticker);
	let hasGathered = false;
	let isAdopted = false;

	const ready = gathered(connection, platform.ticker, until);
	const described = connection.setLocalDescription();

	const { restart, say, forgetFound, lines } = inBand;
	const link: Link = {
		described,
		greet(agreement) {
			isAdopted = true;
			inBand.greet(agreement);
		},
		restart,
		say,
		forgetFound,
		carry: lines.carry,
		sdp: () => connection.localDescription?.sdp ?? "",
		async apply({ sdp, candidates }) {
			await connection.setRemoteDescription({ type: "answer", sdp });
			if (!until.aborted) waiting.begin(candidates);
		},
		wait: (during) => waiting.keep(AbortSignal.any([until, during])),
		isAdopted: () => isAdopted,
		isOpen: () => control.readyState === "open",
		isClosed: () => connection.signalingState === "closed",
		// Firefox ends its search for good; the others take it up again at the next sign of the other side.
		hasGivenUp: () =>
			control.readyState === "connecting" &&
			connection.connectionState === "failed" &&
			isFirefox(connection.localDescription?.sdp ?? ""),
		stats: () => connection.getStats(),
		close(afterMs = 0) {
			life.abort();
			platform.ticker.after(
				afterMs,
				() => connection.close(),
				new AbortController().signal,
			);
		},
	};
	const post = (event: LinkEvent) => {
		if (!until.aborted) events.on(event, link);
	};

	control.addEventListener("open", () => post("opened"), { signal });
	control.addEventListener("close", () => post("died"), { signal });
	connection.addEventListener(
		"connectionstatechange",
		() => {
			// Before the first opening "failed" only means "still waiting"; the machine knows.
			if (connection.connectionState === "disconnected") post("unsettled");
			if (connection.connectionState === "connected") post("settled");
			if (connection.connectionState === "failed") post("lost");
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
		({ track }) => events.onTrack(track, link),
		{ signal },
	);

	described
		.then(() => ready)
		.then(
			() => {
				hasGathered = true;
				post("gathered");
			},
			() => post("died"),
		);
	return link;
}
