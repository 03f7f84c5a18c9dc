// What a link is for whoever holds one, and what it tells them.

import type { InBand, InBandEvents } from "./in-band.ts";
import type { KeptLine } from "./kept-line.ts";
import type { LineKind } from "./media-lines.ts";
import type { Agreement } from "./negotiate.ts";
import type { Remote } from "./remote.ts";

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
	readonly inBand: Omit<InBandEvents, "heardLane">;
	/** Whether the code it was made for is another tool's. */
	isForeign(): boolean;
};

/** "answering" answers the offer of another tool, which may hold anything; "offering" is what every code of ours is. */
export type Manner = "offering" | "answering";

export type Link = Pick<InBand, "restart" | "say" | "forgetFound"> & {
	readonly carry: InBand["lines"]["carry"];
	readonly loudness: InBand["lines"]["loudness"];
	/** The browser has begun: now theirs can be applied. */
	readonly described: Promise<void>;
	sdp(): string;
	/** As much of it as the other side is told. */
	told(): string;
	/** As the answer to mine, or, where I yield, as an offer that mine gives way to. */
	apply(remote: Remote, doesYield: boolean): Promise<void>;
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
