// Asks the browser for a microphone or a camera, and turns its refusals into names.

import { bad, good, type Result } from "../lib/result.ts";
import type { MediaProblem } from "./problem.ts";

export type Devices = Pick<
	MediaDevices,
	"getUserMedia" | "enumerateDevices" | "addEventListener"
> & {
	/** Firefox tells of a loudspeaker only once the person has picked it in a list of its own. */
	readonly selectAudioOutput?: () => Promise<MediaDeviceInfo>;
};

export type DeviceKind = "microphone" | "camera";

export type Facing = "user" | "environment";

export type DeviceWish = {
	/** What the person has chosen; taken if it is there today. */
	readonly id: string | null;
	readonly facing: Facing;
	/** Rather none than another one. */
	readonly isOnly?: boolean;
};

export type KnownDevice = { readonly id: string; readonly label: string };

/** What there is to choose from, by what it is for. */
export type KnownDevices = Readonly<
	Record<DeviceKind | "speaker", readonly KnownDevice[]>
>;

export const noDevices: KnownDevices = {
	microphone: [],
	camera: [],
	speaker: [],
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

function constraintsOf(
	kind: DeviceKind,
	{ id, facing }: DeviceWish,
): MediaStreamConstraints {
	const which = id === null ? {} : { deviceId: { exact: id } };
	if (kind === "microphone")
		return {
			audio: {
				echoCancellation: true,
				noiseSuppression: true,
				autoGainControl: true,
				...which,
			},
		};
	return {
		video: {
			width: { ideal: 1280 },
			height: { ideal: 720 },
			...(id === null ? { facingMode: facing } : which),
		},
	};
}

const anyDevice: DeviceWish = { id: null, facing: "user" };

/** `devices` is missing where the page is neither on https nor on localhost. */
export async function openDevice(
	devices: Devices | undefined,
	kind: DeviceKind,
	wish: DeviceWish = anyDevice,
): Promise<Result<MediaStreamTrack, MediaProblem>> {
	if (!devices) return bad("insecure");
	try {
		const stream = await devices.getUserMedia(constraintsOf(kind, wish));
		const [track] = stream.getTracks();
		return track ? good(track) : bad("missing");
	} catch (error) {
		const problem = problemOf(error);
		// The chosen one is unplugged today.
		return wish.id !== null && !wish.isOnly && problem === "missing"
			? openDevice(devices, kind, { ...wish, id: null })
			: bad(problem);
	}
}

const kinds = {
	audioinput: "microphone",
	videoinput: "camera",
	audiooutput: "speaker",
} as const;

// Chromium's names for what the system prefers; without a choice it is taken anyway.
const standIns = ["", "default", "communications"];

/** Before the person has allowed one of a kind, browsers give neither names nor numbers: those are left out. */
export async function listDevices(
	devices: Devices | undefined,
): Promise<KnownDevices> {
	try {
		const found: Record<keyof KnownDevices, KnownDevice[]> = {
			microphone: [],
			camera: [],
			speaker: [],
		};
		for (const {
			kind,
			deviceId,
			label,
		} of (await devices?.enumerateDevices()) ?? [])
			if (!standIns.includes(deviceId) && label !== "")
				found[kinds[kind]].push({ id: deviceId, label });
		return found;
	} catch {
		return noDevices;
	}
}
