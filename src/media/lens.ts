// A camera to look through: finer than one to be seen with, and with what it can do (light, zoom, other lenses).

import { bad, good, type Result } from "../lib/result.ts";
import { type Devices, problemOf } from "./devices.ts";
import type { MediaProblem } from "./problem.ts";

export type Facing = "user" | "environment";

export type Range = { readonly min: number; readonly max: number };

export type ZoomRange = Range & {
	readonly start: number;
	/** The camera does not do it: whoever looks at the picture cuts out its middle. */
	readonly isDigital: boolean;
};

export type Lens = {
	readonly track: MediaStreamTrack;
	readonly cameraId: string | null;
	readonly isMirrored: boolean;
	readonly hasTorch: boolean;
	readonly zoom: ZoomRange;
	setTorch(isOn: boolean): Promise<boolean>;
	setZoom(value: number): Promise<boolean>;
};

/** Media Capture from images: what some cameras can do besides; not in the library's types. */
type Extras = {
	readonly torch?: boolean;
	readonly zoom?: Range;
	readonly focusMode?: readonly string[];
};

export type LensWish = {
	readonly facing: Facing;
	/** A camera that the person chose before; taken if it is still there. */
	readonly cameraId: string | null;
};

// Every module of a code must span three pixels or more, so the finest picture there is.
const fine = { width: { ideal: 1920 }, height: { ideal: 1080 } };

// Chromium shows a camera's own zoom only with the permission to "use and move" it, and asks for that in words that fit
// no scanner: so it is taken where it is there, and never asked for.
const digitalZoom: ZoomRange = { min: 1, max: 4, start: 1, isDigital: true };

export async function openLens(
	devices: Devices | undefined,
	{ facing, cameraId }: LensWish,
): Promise<Result<Lens, MediaProblem>> {
	if (!devices) return bad("insecure");
	const which = cameraId
		? { deviceId: { exact: cameraId } }
		: { facingMode: { ideal: facing } };
	try {
		const stream = await devices.getUserMedia({ video: { ...fine, ...which } });
		const [track] = stream.getVideoTracks();
		return track ? good(lensOf(track)) : bad("missing");
	} catch (error) {
		const problem = problemOf(error);
		// The chosen one is unplugged today.
		return cameraId !== null && problem === "missing"
			? openLens(devices, { facing, cameraId: null })
			: bad(problem);
	}
}

function lensOf(track: MediaStreamTrack): Lens {
	const extras = (track.getCapabilities?.() ?? {}) as Extras;
	const settings = track.getSettings();
	const ask = async (wish: Record<string, unknown>): Promise<boolean> => {
		try {
			await track.applyConstraints({ advanced: [wish as object] });
			return true;
		} catch {
			return false;
		}
	};
	if (extras.focusMode?.includes("continuous"))
		void ask({ focusMode: "continuous" });
	const zoom = zoomOf(extras.zoom, settings);
	return {
		track,
		cameraId: settings.deviceId ?? null,
		// A laptop's camera does not say where it looks; it looks at its owner.
		isMirrored: settings.facingMode !== "environment",
		hasTorch: extras.torch === true,
		zoom,
		setTorch: (isOn) => ask({ torch: isOn }),
		setZoom: (value) =>
			zoom.isDigital ? Promise.resolve(true) : ask({ zoom: value }),
	};
}

/** A camera counts in its own units: some from 1 to 8, some from 100 to 500. */
function zoomOf(
	range: Range | undefined,
	{ zoom }: { readonly zoom?: number },
): ZoomRange {
	if (!range || !(range.max > range.min)) return digitalZoom;
	const { min, max } = range;
	return { min, max, start: zoom ?? min, isDigital: false };
}

export async function listCameras(
	devices: Devices | undefined,
): Promise<readonly string[]> {
	try {
		const all = (await devices?.enumerateDevices()) ?? [];
		return all
			.filter(({ kind }) => kind === "videoinput")
			.map(({ deviceId }) => deviceId);
	} catch {
		return [];
	}
}
