// What the app sees of a session, whichever link carries it at the moment.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { ControlMessage } from "../wire/control.ts";
import type { VerifyMessage } from "../wire/verify.ts";
import {
	type BytePipe,
	createBytePipe,
	type OwnedBytePipe,
} from "./byte-pipe.ts";
import type { InBandEvents, TheirMedia } from "./in-band.ts";

import { createIntroduction, type Introduction } from "./introduction.ts";

import { farewellMs, type KeptLine } from "./kept-line.ts";

import type { Link } from "./link.ts";
import { type LineKind, noTracks, type Tracks } from "./media-lines.ts";
import type { Agreement } from "./negotiate.ts";
import type { Breach, Ending } from "./problem.ts";
import { createOutlet, type Outlet, type Pipe } from "./rtc.ts";

/** The side of it that is for the app. */
export type Face = {
	readonly chat: Pipe;
	readonly files: BytePipe;
	readonly theirMedia: ReadonlySignal<TheirMedia>;
	/** What they call themselves, which may be anything; empty where they do not say. */
	readonly theirName: ReadonlySignal<string>;
	/** One for every line there is, whether anything comes over it or not. */
	readonly theirTracks: ReadonlySignal<Tracks>;
	readonly introduction: Introduction;
	carry(kind: LineKind, track: MediaStreamTrack | null): void;
	/** How loud their voice is at this moment, from 0 to 1. */
	loudness(): number;
	say(message: ControlMessage): void;
	/** Of the call that is over, while its line is still kept. */
	readonly kept: ReadonlySignal<KeptLine | null>;
	/** Of the link in use; null before there is one. */
	stats(): Promise<RTCStatsReport | null>;
};

export type Faces = {
	readonly face: Face;
	readonly chat: Outlet;
	readonly files: OwnedBytePipe;
	readonly heard: Pick<InBandEvents, "heardMedia" | "heardName">;
	/** Another tool does not say what is switched on; what it sends is. */
	heardTrack(kind: LineKind, track: MediaStreamTrack, isForeign: boolean): void;
	/** What is switched on goes over this link as soon as it has lines for it. */
	load(link: Link): void;
	heardVerify(message: VerifyMessage): void;
	/** From now on it is this link, made by these two codes. */
	adopt(link: Link, theirSdp: string, agreement: Agreement | null): void;
	/** It is over: nothing is seen or heard any more. */
	part(last: Link | null, why: Ending | null, lifetime: AbortSignal): void;
};

const nothing: TheirMedia = {
	microphone: false,
	camera: false,
	screen: false,
	hold: false,
	recording: false,
};

export function createFaces(
	now: () => number,
	end: (why: Breach) => void,
): Faces {
	const chat = createOutlet();
	const files = createBytePipe(now, () => end("flooded"));
	const theirMedia = cell<TheirMedia>(nothing);
	const theirName = cell("");
	const theirTracks = cell<Tracks>(noTracks);
	const carried = new Map<LineKind, MediaStreamTrack | null>();
	const kept = cell<KeptLine | null>(null);
	let link: Link | null = null;

	const say = (message: ControlMessage) => link?.say(message);
	const introduction = createIntroduction(say, end);

	const load = (onto: Link) => {
		for (const [kind, track] of carried) onto.carry(kind, track);
	};

	return {
		chat,
		files,
		face: {
			chat,
			files,
			theirMedia,
			theirName,
			theirTracks,
			introduction: introduction.face,
			carry(kind, track) {
				carried.set(kind, track);
				link?.carry(kind, track);
			},
			loudness: () => link?.loudness() ?? 0,
			say,
			kept,
			stats: async () => (await link?.stats()) ?? null,
		},
		heard: {
			heardMedia(media) {
				theirMedia.value = media;
			},
			heardName(name) {
				theirName.value = name;
			},
		},
		heardTrack(kind, track, isForeign) {
			const tracks = { ...theirTracks.value, [kind]: track };
			theirTracks.value = tracks;
			if (isForeign)
				theirMedia.value = {
					...nothing,
					microphone: tracks.audio !== null,
					camera: tracks.video !== null,
					screen: tracks.screen !== null,
				};
		},
		load,
		heardVerify: introduction.hear,
		adopt(next, theirSdp, agreement) {
			// Those of the link before have ended.
			if (link) theirTracks.value = noTracks;
			link = next;
			introduction.greet(link, theirSdp, agreement);
			load(link);
		},
		part(last, why, lifetime) {
			theirMedia.value = nothing;
			theirTracks.value = noTracks;
			// Only of whoever left in peace; whoever broke the rules is not heard again.
			const isKept = (why === "byMe" || why === "byThem") && !lifetime.aborted;
			const line = isKept ? (last?.keep(lifetime) ?? null) : null;
			if (!line) last?.close(farewellMs);
			kept.value = line;
		},
	};
}
