// Which microphone, camera and speaker: what there is, what the person chose, and what happens when one goes or comes.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
	untracked,
} from "@preact/signals-core";
import {
	type DeviceKind,
	type KnownDevices,
	listDevices,
	noDevices,
} from "../media/devices.ts";
import { createSource, type Source } from "../media/tracks.ts";
import type { Settings } from "../settings/settings.ts";
import type { Platform } from "./platform.ts";

export type ChosenKind = keyof KnownDevices;

export type Desk = {
	readonly known: ReadonlySignal<KnownDevices>;
	/** Null leaves it to the system. */
	choose(kind: ChosenKind, id: string | null): void;
	/** The browser's own list, where it has one and tells of none without it. */
	readonly pickSpeaker: ReadonlySignal<(() => Promise<void>) | null>;
	/** Whether a chosen one is remembered, here or of the camera that one scans with. */
	readonly isSomeChosen: ReadonlySignal<boolean>;
	readonly canChooseSpeaker: boolean;
	look(): Promise<void>;
	/** What was chosen is kept on this device, until this. */
	forget(): void;
};

export type Sources = Readonly<Record<DeviceKind, Source>>;

export function createSources(
	platform: Pick<Platform, "devices">,
	settings: Signal<Settings>,
	lifetime: AbortSignal,
): Sources {
	const create = (kind: DeviceKind, isMicrophone: boolean) =>
		createSource(
			platform.devices,
			kind,
			{
				isKept: isMicrophone,
				isReplaceable: isMicrophone,
				chosenId: () => settings.peek().devices[kind],
			},
			lifetime,
		);
	return {
		microphone: create("microphone", true),
		camera: create("camera", false),
	};
}

export function createDesk(
	platform: Pick<Platform, "devices" | "onWake"> & {
		readonly stage: Pick<Platform["stage"], "canChooseSpeaker">;
	},
	settings: Signal<Settings>,
	sources: Sources,
	lifetime: AbortSignal,
): Desk {
	const known = cell<KnownDevices>(noDevices);
	const { microphone, camera } = sources;

	let latest = 0;
	const look = async () => {
		latest += 1;
		const mine = latest;
		const found = await listDevices(platform.devices);
		// Plugging one thing in tells of several in a row.
		if (mine !== latest || lifetime.aborted) return;
		known.value = found;
		microphone.handleDevices(found.microphone);
		camera.handleDevices(found.camera);
	};

	// Names are told once something has been allowed.
	const stop = effect(() => {
		const isSome = microphone.track.value ?? camera.track.value;
		if (isSome) untracked(() => void look());
	});
	lifetime.addEventListener("abort", stop);
	platform.devices?.addEventListener("devicechange", () => void look(), {
		signal: lifetime,
	});
	platform.onWake(() => {
		microphone.retryLost();
		camera.retryLost();
	}, lifetime);

	const pickSpeaker = async () => {
		try {
			const picked = await platform.devices?.selectAudioOutput?.();
			if (picked) put({ ...settings.value.devices, speaker: picked.deviceId });
			await look();
		} catch {
			// Whoever closes the list wanted to.
		}
	};

	const put = (devices: Settings["devices"]) => {
		settings.value = { ...settings.value, devices };
	};

	return {
		known,
		choose(kind, id) {
			put({ ...settings.value.devices, [kind]: id });
			if (kind !== "speaker") void sources[kind].reopen();
		},
		pickSpeaker: computed(() =>
			platform.devices?.selectAudioOutput && known.value.speaker.length === 0
				? pickSpeaker
				: null,
		),
		isSomeChosen: computed(() => {
			const { devices, scanCamera } = settings.value;
			const ids = [...Object.values(devices), scanCamera];
			return ids.some((id) => id !== null);
		}),
		canChooseSpeaker: platform.stage.canChooseSpeaker,
		look,
		forget() {
			settings.value = {
				...settings.value,
				devices: noChoice,
				scanCamera: null,
			};
		},
	};
}

const noChoice = { microphone: null, camera: null, speaker: null };
