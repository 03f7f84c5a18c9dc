// What the app sees of a session, whichever link carries it at the moment.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { ControlMessage } from "../wire/control.ts";
import {
	type BytePipe,
	createBytePipe,
	type OwnedBytePipe,
} from "./byte-pipe.ts";
import type { TheirMedia } from "./in-band.ts";
import type { Link } from "./link.ts";
import type { LineKind } from "./media-lines.ts";
import { createOutlet, type Outlet, type Pipe } from "./rtc.ts";

/** The side of it that is for the app. */
export type Face = {
	readonly chat: Pipe;
	readonly files: BytePipe;
	readonly theirMedia: ReadonlySignal<TheirMedia>;
	readonly theirTracks: ReadonlySignal<readonly MediaStreamTrack[]>;
	carry(kind: LineKind, track: MediaStreamTrack | null): void;
	say(message: ControlMessage): void;
};

export type Faces = {
	readonly face: Face;
	readonly chat: Outlet;
	readonly files: OwnedBytePipe;
	heardMedia(media: TheirMedia): void;
	/** Another tool does not say what is switched on; what it sends is. */
	heardTrack(track: MediaStreamTrack, isForeign: boolean): void;
	/** What is switched on goes over this link as soon as it has lines for it. */
	load(link: Link): void;
	/** From now on it is this link; whether another one carried this session before. */
	adopt(link: Link, isAgain: boolean): void;
};

export function createFaces(): Faces {
	const chat = createOutlet();
	const files = createBytePipe();
	const theirMedia = cell<TheirMedia>({ microphone: false, camera: false });
	const theirTracks = cell<readonly MediaStreamTrack[]>([]);
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
			theirTracks,
			carry(kind, track) {
				carried.set(kind, track);
				link?.carry(kind, track);
			},
			say: (message) => link?.say(message),
		},
		heardMedia(media) {
			theirMedia.value = media;
		},
		heardTrack(track, isForeign) {
			if (!theirTracks.value.includes(track))
				theirTracks.value = [...theirTracks.value, track];
			const kinds = theirTracks.value.map(({ kind }) => kind);
			if (isForeign)
				theirMedia.value = {
					microphone: kinds.includes("audio"),
					camera: kinds.includes("video"),
				};
		},
		load,
		adopt(next, isAgain) {
			link = next;
			// Those of the link before have ended.
			if (isAgain) theirTracks.value = [];
			load(link);
		},
	};
}
