// How each of the four lines is sent: what its medium is, what it may take, and who goes first where the way is
// narrow. Everything here is a wish: a browser that does not know one does without it.

import type { LineKind } from "./media-lines.ts";

type Care = {
	/** What an encoder has to keep: movement for a face, edges for text, every tone for music. */
	readonly hint: string;
	/** A voice is worth more than any picture, and what is shown on purpose more than a face. */
	readonly priority: RTCPriorityType;
	readonly maxBitrate: number;
	/** What gives way first: a face may become coarse, a text never. */
	readonly degradation: RTCDegradationPreference | null;
};

const cares: Readonly<Record<LineKind, Care>> = {
	audio: {
		hint: "speech",
		priority: "high",
		maxBitrate: 48_000,
		degradation: null,
	},
	video: {
		hint: "motion",
		priority: "low",
		maxBitrate: 2_500_000,
		degradation: "maintain-framerate",
	},
	screen: {
		hint: "detail",
		priority: "medium",
		maxBitrate: 4_000_000,
		degradation: "maintain-resolution",
	},
	screenAudio: {
		hint: "music",
		priority: "medium",
		maxBitrate: 96_000,
		degradation: null,
	},
};

/** As soon as the line stands; it holds for whatever it carries from then on. */
export function careFor(kind: LineKind, sender: RTCRtpSender): void {
	const { priority, maxBitrate, degradation } = cares[kind];
	const parameters = sender.getParameters();
	// Without an encoding there is nothing to wish for.
	if (!parameters.encodings?.length) return;
	parameters.encodings = parameters.encodings.map((encoding) => ({
		...encoding,
		priority,
		maxBitrate,
	}));
	if (degradation !== null) parameters.degradationPreference = degradation;
	// A line that has been stopped meanwhile.
	sender.setParameters(parameters).catch(() => {});
}

export function hint(kind: LineKind, track: MediaStreamTrack | null): void {
	if (track) track.contentHint = cares[kind].hint;
}
