// Asks the browser for a microphone or a camera, and turns its refusals into names.

import { bad, good, type Result } from "../lib/result.ts";
import type { MediaProblem } from "./problem.ts";

export type Devices = Pick<MediaDevices, "getUserMedia" | "enumerateDevices">;

export type DeviceKind = "microphone" | "camera";

const wishes: Readonly<Record<DeviceKind, MediaStreamConstraints>> = {
	microphone: {
		audio: {
			echoCancellation: true,
			noiseSuppression: true,
			autoGainControl: true,
		},
	},
	camera: {
		video: {
			width: { ideal: 1280 },
			height: { ideal: 720 },
			facingMode: "user",
		},
	},
};

export function problemOf(error: unknown): MediaProblem {
	const name = error instanceof Error ? error.name : "";
	switch (name) {
		case "NotAllowedError":
		case "SecurityError":
			return "refused";
		case "NotFoundError":
		case "OverconstrainedError":
			return "missing";
		case "NotReadableError":
		case "AbortError":
			return "busy";
		default:
			return "failed";
	}
}

/** `devices` is missing where the page is neither on https nor on localhost. */
export async function openDevice(
	devices: Devices | undefined,
	kind: DeviceKind,
): Promise<Result<MediaStreamTrack, MediaProblem>> {
	if (!devices) return bad("insecure");
	try {
		const stream = await devices.getUserMedia(wishes[kind]);
		const [track] = stream.getTracks();
		return track ? good(track) : bad("missing");
	} catch (error) {
		return bad(problemOf(error));
	}
}
