// What the app sees of a session, whichever link carries it at the moment.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { ControlMessage } from "../wire/control.ts";
import type { TheirMedia } from "./in-band.ts";
import type { Link } from "./link.ts";
import type { LineKind } from "./media-lines.ts";
import { createOutlet, type Outlet, type Pipe } from "./rtc.ts";

/** The side of it that is for the app. */
export type Face = {
	readonly chat: Pipe;
	readonly theirMedia: ReadonlySignal<TheirMedia>;
	readonly theirTracks: ReadonlySignal<readonly MediaStreamTrack[]>;
	carry(kind: LineKind, track: MediaStreamTrack | null): void;
	say(message: ControlMessage): void;
};

export type Faces = {
	readonly face: Face;
	readonly chat: Outlet;
	heardMedia(media: TheirMedia): void;
	heardTrack(track: MediaStreamTrack): void;
	/** From now on it is this link; whether another one carried this session before. */
	adopt(link: Link, isAgain: boolean): void;
};

export function createFaces(): Faces {
	const chat = createOutlet();
	const theirMedia = cell<TheirMedia>({ microphone: false, camera: false });
	const theirTracks = cell<readonly MediaStreamTrack[]>([]);
	const carried = new Map<LineKind, MediaStreamTrack | null>();
	let link: Link | null = null;

	return {
		chat,
		face: {
			chat,
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
		heardTrack(track) {
			if (!theirTracks.value.includes(track))
				theirTracks.value = [...theirTracks.value, track];
		},
		adopt(next, isAgain) {
			link = next;
			// Those of the link before have ended.
			if (isAgain) theirTracks.value = [];
			for (const [kind, track] of carried) link.carry(kind, track);
		},
	};
}
