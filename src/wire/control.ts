// What two connected devices say about the connection itself.
// Everything here comes from the other side and is hostile until it has passed `readControl`.

import { bad, good, type Result } from "../lib/result.ts";
import { withoutUnseen } from "../lib/unseen.ts";
import { type Fields, isText, readFields } from "./json.ts";
import type { WireProblem } from "./problem.ts";
import { readVerify, type VerifyMessage } from "./verify.ts";

/** What one side has switched on. While either is on hold none of it travels; afterwards it does again. */
export type SwitchedOn = {
	readonly microphone: boolean;
	readonly camera: boolean;
	readonly screen: boolean;
	readonly hold: boolean;
	readonly recording: boolean;
};

export type ControlMessage =
	| { readonly type: "hello"; readonly version: number }
	| {
			readonly type: "description";
			readonly kind: "offer" | "answer";
			readonly sdp: string;
			/** Counts the offers; an answer names the offer that it answers. */
			readonly round: number;
	  }
	/** please make an offer, with a restart or without; the last one seen was of this round */
	| {
			readonly type: "wish";
			readonly restart: boolean;
			readonly round: number;
	  }
	/** the offer of this round cannot be applied */
	| { readonly type: "refused"; readonly round: number }
	| {
			readonly type: "candidate";
			readonly candidate: string;
			readonly mid: string;
	  }
	| ({ readonly type: "media" } & SwitchedOn)
	/** what they call themselves; empty where they do not say */
	| { readonly type: "name"; readonly name: string }
	/** the code of a second link, for when the path of this one is gone */
	| { readonly type: "spare"; readonly code: string }
	/** another connection for files: that it would help, or the codes by which it is made */
	| {
			readonly type: "lane";
			readonly kind: "wanted" | "offer" | "answer";
			readonly number: number;
			readonly code: string;
	  }
	/** whether anybody is in between */
	| { readonly type: "verify"; readonly body: VerifyMessage }
	/** once a second: I am there */
	| { readonly type: "beat" }
	| { readonly type: "bye" };

export const protocolVersion = 1;

// A description with every codec of today's browsers is 8 kB; a call with screens and restarts stays under 30.
const maxSdpChars = 60_000;
const maxMessageChars = 64_000;
// Four lines and the channels; what was stopped stays as a line. A device has few addresses.
const maxLines = 32;
const maxCandidates = 64;
const maxCandidateChars = 512;
const maxMidChars = 16;
const maxCodeChars = 4_000;
const maxNameChars = 40;
const maxCount = 1_000_000;

const count = (text: string, part: string) => text.split(part).length - 1;

const isCount = (value: unknown): value is number =>
	Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxCount;

const readers: Readonly<
	Record<ControlMessage["type"], (fields: Fields) => ControlMessage | null>
> = {
	hello: ({ version }) =>
		isCount(version) && version > 0 ? { type: "hello", version } : null,
	description: ({ kind, sdp, round }) =>
		(kind === "offer" || kind === "answer") &&
		isText(sdp, maxSdpChars) &&
		count(sdp, "\nm=") <= maxLines &&
		count(sdp, "\na=candidate:") <= maxCandidates &&
		isCount(round)
			? { type: "description", kind, sdp, round }
			: null,
	wish: ({ restart, round }) =>
		typeof restart === "boolean" && isCount(round)
			? { type: "wish", restart, round }
			: null,
	refused: ({ round }) => (isCount(round) ? { type: "refused", round } : null),
	candidate: ({ candidate, mid }) =>
		isText(candidate, maxCandidateChars) &&
		isText(mid, maxMidChars) &&
		/^candidate:[^\r\n]+$/.test(candidate)
			? { type: "candidate", candidate, mid }
			: null,
	// An older app does not know all of them; what it does not say is off.
	media: ({
		microphone,
		camera,
		screen = false,
		hold = false,
		recording = false,
	}) =>
		typeof microphone === "boolean" &&
		typeof camera === "boolean" &&
		typeof screen === "boolean" &&
		typeof hold === "boolean" &&
		typeof recording === "boolean"
			? { type: "media", microphone, camera, screen, hold, recording }
			: null,
	name: ({ name }) =>
		isText(name, maxNameChars)
			? { type: "name", name: withoutUnseen(name) }
			: null,
	spare: ({ code }) =>
		isText(code, maxCodeChars) ? { type: "spare", code } : null,
	lane: ({ kind, number, code }) =>
		(kind === "wanted" || kind === "offer" || kind === "answer") &&
		isCount(number) &&
		isText(code, maxCodeChars)
			? { type: "lane", kind, number, code }
			: null,
	verify: ({ body }) => {
		const read =
			typeof body === "object" && body !== null
				? readVerify(body as Fields)
				: null;
		return read && { type: "verify", body: read };
	},
	beat: () => ({ type: "beat" }),
	bye: () => ({ type: "bye" }),
};

export function writeControl(message: ControlMessage): string {
	return JSON.stringify(message);
}

export function readControl(
	data: unknown,
): Result<ControlMessage, WireProblem> {
	const fields = readFields(data, maxMessageChars);
	if (!fields.ok) return fields;
	const { type } = fields.value;
	if (typeof type !== "string" || !Object.hasOwn(readers, type))
		return bad("unknownType");
	const message = readers[type as ControlMessage["type"]](fields.value);
	return message ? good(message) : bad("badField");
}
