// The four lines over which voice, camera and screen travel, each both ways. They stand from the first
// negotiation on, so switching something on or off later only changes what a line carries.

import { careFor, hint } from "./line-care.ts";
import type { SessionPlatform } from "./rtc.ts";

/** The screen brings its own sound where the browser gives it. */
export type LineKind = "audio" | "video" | "screen" | "screenAudio";

export type Tracks = Readonly<Record<LineKind, MediaStreamTrack | null>>;

export const noTracks: Tracks = {
	audio: null,
	video: null,
	screen: null,
	screenAudio: null,
};

export type Lines = {
	/** One of the two makes the lines, or there would be eight. */
	open(): void;
	/** The other finds them in the offer and sends on them as well. */
	adopt(): void;
	carry(kind: LineKind, track: MediaStreamTrack | null): void;
	/** Null for what is none of the four: another tool may send anything. */
	kindOf(line: RTCRtpTransceiver): LineKind | null;
	/** How loud their voice is that arrives now, from 0 to 1; 0 as well where nobody tells. */
	loudness(): number;
};

// The order in which the lines are made is the order in which both sides find them: of each medium the first
// is the person, the second the screen. Another tool's one line of each is then the person as well.
const kinds: readonly LineKind[] = ["audio", "video", "screen", "screenAudio"];

const places: Readonly<
	Record<LineKind, { readonly medium: "audio" | "video"; readonly at: 0 | 1 }>
> = {
	audio: { medium: "audio", at: 0 },
	video: { medium: "video", at: 0 },
	screen: { medium: "video", at: 1 },
	screenAudio: { medium: "audio", at: 1 },
};

export function createLines(
	connection: RTCPeerConnection,
	createStream: SessionPlatform["createStream"],
): Lines {
	const carried: Record<LineKind, MediaStreamTrack | null> = { ...noTracks };
	const find = (kind: LineKind) => {
		const { medium, at } = places[kind];
		return connection
			.getTransceivers()
			.filter(({ receiver }) => receiver.track.kind === medium)[at];
	};
	// What a sender was asked for last. It says so itself only a moment later: by that, a track that is taken off and
	// put back at once would stay off.
	const asked = new WeakMap<RTCRtpSender, MediaStreamTrack | null>();
	const load = (kind: LineKind) => {
		const sender = find(kind)?.sender;
		const track = carried[kind];
		if (!sender || (asked.get(sender) ?? null) === track) return;
		asked.set(sender, track);
		hint(kind, track);
		// Rejected only when the line has been stopped with its connection.
		sender.replaceTrack(track).catch(() => {});
	};
	const caredFor = new WeakSet<RTCRtpSender>();
	const stand = (kind: LineKind) => {
		const sender = find(kind)?.sender;
		if (sender && !caredFor.has(sender)) {
			caredFor.add(sender);
			careFor(kind, sender);
		}
		load(kind);
	};
	// Lines of one stream are played in step there, as lips and voice have to be. A screen and its sound are so by
	// themselves; put in step, a Chromium (156) holds the picture back by half a second and more (bench:call).
	const person = createStream([]);
	const streams: Readonly<Record<LineKind, MediaStream>> = {
		audio: person,
		video: person,
		screen: createStream([]),
		screenAudio: createStream([]),
	};
	let heardAt = 0;
	return {
		open() {
			for (const kind of kinds) {
				if (!find(kind))
					connection.addTransceiver(places[kind].medium, {
						direction: "sendrecv",
						streams: [streams[kind]],
					});
				stand(kind);
			}
		},
		adopt() {
			for (const kind of kinds) {
				const line = find(kind);
				if (line?.direction === "recvonly") {
					line.direction = "sendrecv";
					line.sender.setStreams(streams[kind]);
				}
				stand(kind);
			}
		},
		carry(kind, track) {
			carried[kind] = track;
			load(kind);
		},
		loudness() {
			const [source] =
				find("audio")?.receiver.getSynchronizationSources() ?? [];
			// What was said last stays there for ten seconds after it has fallen silent (WebRTC, section 5.3).
			if (!source || source.timestamp === heardAt) return 0;
			heardAt = source.timestamp;
			return source.audioLevel ?? 0;
		},
		kindOf: (line) => kinds.find((kind) => find(kind) === line) ?? null,
	};
}
