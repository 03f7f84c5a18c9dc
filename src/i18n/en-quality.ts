// English for how a call goes, what is kept of it, and what is said of it afterwards.

import type { KeepProblem } from "../media/problem.ts";
import { clock } from "./en-call.ts";
import { sizeIn } from "./units.ts";

const size = sizeIn("en");

const rate = (bitsPerSecond: number) =>
	bitsPerSecond >= 1e6
		? `${(bitsPerSecond / 1e6).toFixed(1)} Mbit/s`
		: `${Math.round(bitsPerSecond / 1e3)} kbit/s`;

const percent = (value: number) =>
	`${value > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} %`;

const ms = (value: number) => `${Math.round(value)} ms`;

const failed: Readonly<Record<KeepProblem, string>> = {
	unsupported: "This browser cannot record.",
	noRoom: "There is too little room on this device for a recording.",
	noPicture: "No picture came. Try again in a moment.",
	noSound:
		"This device has no sound output at the moment, so the voices could not be recorded. Plug in headphones or a speaker, and try again.",
	failed: "The recording could not be kept.",
};

export const enQuality = {
	quality: {
		bars: {
			1: "Weak connection",
			2: "Fair connection",
			3: "Good connection",
		},
		unknown: "The connection is not measured yet",
		title: "Connection",
		close: "Close",
		open: "Show how the connection is",
		waiting: "The first figures come in a moment.",
		received: "Coming in",
		sent: "Going out",
		bitrate: "Bitrate",
		loss: "Lost on the way",
		roundTrip: "There and back",
		frames: "Their picture",
		framesPerSecond: (count: number) => `${Math.round(count)} frames a second`,
		concealed: "Holes in their sound",
		rate,
		percent,
		ms,
		none: "–",
		graph: (name: string, now: string, most: string) =>
			`${name} in the last two minutes: ${now} now, ${most} at most`,
	},
	keep: {
		record: "Record this call",
		stopRecording: "Stop recording",
		recording: "You are recording. They can see that.",
		stop: "Stop",
		length: clock,
		saving: "Saving the recording…",
		kept: (name: string, bytes: number) => `${name}, ${size(bytes)}`,
		cut: "It ended by itself: this device is nearly full.",
		saved: "Recording saved",
		saveAgain: "Save again",
		theyRecord: "They are recording this call",
		theyRecordHint: "If you do not want that, say so or hang up.",
		still: "Keep a picture of them",
		stillSaved: (name: string) => `Picture saved as ${name}`,
		failed,
	},
	again: {
		call: "Call again",
		accept: "Talk again",
		decline: "Not now",
		told: {
			gone: "",
			open: "",
			asking: "Asking them. Keep this page open.",
			asked: "They would like to talk again.",
			joining: "Connecting you again.",
			refused: "They cannot talk right now.",
			failed: "That did not work. New codes will.",
		},
	},
	summary: {
		lasted: "Lasted",
		path: "Path",
		paths: {
			sameNetwork: "Directly, in the same network",
			direct: "Directly, over the internet",
			relayed: "Through a TURN server",
		},
		moved: "Data",
		bytes: (sent: number, received: number) =>
			`${size(sent)} sent, ${size(received)} received`,
		duration: clock,
	},
};

export type QualityTexts = typeof enQuality;
