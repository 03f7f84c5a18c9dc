// Microphones and cameras that can be plugged in and out, refused and taken by another app.

import type { Devices } from "../../src/media/devices.ts";

export type FakeDevice = {
	readonly kind: "audioinput" | "videoinput";
	readonly deviceId: string;
	readonly facingMode?: "user" | "environment";
};

export type FakeTrack = MediaStreamTrack & { interrupt(is: boolean): void };

export function createDevices(first: readonly FakeDevice[]) {
	let there = first;
	let tracks: readonly { track: FakeTrack; device: FakeDevice }[] = [];
	let error: string | null = null;
	let isSingle = false;
	const events = new EventTarget();
	const tell = () => events.dispatchEvent(new Event("devicechange"));

	const createTrack = (device: FakeDevice): FakeTrack => {
		const target = new EventTarget();
		const track = Object.assign(target, {
			kind: device.kind === "audioinput" ? "audio" : "video",
			enabled: true,
			muted: false,
			readyState: "live",
			getSettings: () => ({
				deviceId: device.deviceId,
				facingMode: device.facingMode,
			}),
			stop() {
				track.readyState = "ended";
			},
			interrupt(is: boolean) {
				track.muted = is;
				target.dispatchEvent(new Event(is ? "mute" : "unmute"));
			},
		});
		return track as unknown as FakeTrack;
	};

	const idOf = (wish: ConstrainDOMString | undefined) =>
		(wish as { readonly exact?: string } | undefined)?.exact;

	const open = (wishes: MediaStreamConstraints): FakeTrack => {
		if (error) throw Object.assign(new Error(), { name: error });
		const kind = wishes.audio ? "audioinput" : "videoinput";
		const wish = (wishes.audio ?? wishes.video) as MediaTrackConstraints;
		const id = idOf(wish.deviceId);
		const some = there.filter((one) => one.kind === kind);
		const device =
			id === undefined
				? (some.find((one) => one.facingMode === wish.facingMode) ?? some[0])
				: some.find((one) => one.deviceId === id);
		const name = id === undefined ? "NotFoundError" : "OverconstrainedError";
		if (!device) throw Object.assign(new Error(), { name });
		const isBusy = tracks.some(
			({ track, device: { kind } }) =>
				kind === device.kind && track.readyState === "live",
		);
		if (isSingle && isBusy)
			throw Object.assign(new Error(), { name: "NotReadableError" });
		const track = createTrack(device);
		tracks = [...tracks, { track, device }];
		return track;
	};

	return {
		devices: {
			getUserMedia: async (wishes: MediaStreamConstraints) => {
				const track = open(wishes);
				return { getTracks: () => [track] } as unknown as MediaStream;
			},
			enumerateDevices: async () =>
				there.map((one) => ({ ...one, label: `The ${one.deviceId}` })),
			addEventListener: events.addEventListener.bind(events),
		} as unknown as Devices,
		plug(device: FakeDevice) {
			there = [...there, device];
			tell();
		},
		unplug(id: string) {
			there = there.filter(({ deviceId }) => deviceId !== id);
			for (const { track, device } of tracks)
				if (device.deviceId === id && track.readyState === "live") {
					track.stop();
					track.dispatchEvent(new Event("ended"));
				}
			tell();
		},
		/** From now on nothing opens. */
		fail(name: string | null) {
			error = name;
		},
		/** As on most phones: one at a time. */
		allowOneAtATime() {
			isSingle = true;
		},
		live: () =>
			tracks
				.filter(({ track }) => track.readyState === "live")
				.map(({ device }) => device.deviceId),
	};
}
