// What the app sees of a session, whichever link carries it at the moment.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { ControlMessage } from "../wire/control.ts";
import {
	type BytePipe,
	createBytePipe,
	type OwnedBytePipe,
} from "./byte-pipe.ts";
import type { InBandEvents, TheirMedia } from "./in-band.ts";
import type { Link } from "./link.ts";
import { type LineKind, noTracks, type Tracks } from "./media-lines.ts";
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
	carry(kind: LineKind, track: MediaStreamTrack | null): void;
	/** How loud their voice is at this moment, from 0 to 1. */
	loudness(): number;
	say(message: ControlMessage): void;
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
	/** From now on it is this link; whether another one carried this session before. */
	adopt(link: Link, isAgain: boolean): void;
};

const nothing: TheirMedia = {
	microphone: false,
	camera: false,
	screen: false,
	hold: false,
	recording: false,
};

export function createFaces(): Faces {
	const chat = createOutlet();
	const files = createBytePipe();
	const theirMedia = cell<TheirMedia>(nothing);
	const theirName = cell("");
	const theirTracks = cell<Tracks>(noTracks);
	const carried = new Map<LineKind, MediaStreamTrack | null>();
	let link: Link | null = null;

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
			carry(kind, track) {
				carried.set(kind, track);
				link?.carry(kind, track);
			},
			loudness: () => link?.loudness() ?? 0,
			say: (message) => link?.say(message),
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
		adopt(next, isAgain) {
			link = next;
			// Those of the link before have ended.
			if (isAgain) theirTracks.value = noTracks;
			load(link);
		},
	};
}
