// The two lines over which voice and camera travel, once each way. They stand from the first
// negotiation on, so switching something on or off later only changes what a line carries.

export type LineKind = "audio" | "video";

export type Lines = {
	/** One of the two makes the lines, or there would be four. */
	open(): void;
	/** The other finds them in the offer and sends on them as well. */
	adopt(): void;
	carry(kind: LineKind, track: MediaStreamTrack | null): void;
};

const kinds: readonly LineKind[] = ["audio", "video"];

export function createLines(connection: RTCPeerConnection): Lines {
	const carried: Record<LineKind, MediaStreamTrack | null> = {
		audio: null,
		video: null,
	};
	const find = (kind: LineKind) =>
		connection
			.getTransceivers()
			.find(({ receiver }) => receiver.track.kind === kind);
	const load = (kind: LineKind) => {
		const line = find(kind);
		if (!line || line.sender.track === carried[kind]) return;
		// Rejected only when the line has been stopped with its connection.
		line.sender.replaceTrack(carried[kind]).catch(() => {});
	};
	return {
		open() {
			for (const kind of kinds) {
				if (!find(kind))
					connection.addTransceiver(kind, { direction: "sendrecv" });
				load(kind);
			}
		},
		adopt() {
			for (const kind of kinds) {
				const line = find(kind);
				if (line?.direction === "recvonly") line.direction = "sendrecv";
				load(kind);
			}
		},
		carry(kind, track) {
			carried[kind] = track;
			load(kind);
		},
	};
}
