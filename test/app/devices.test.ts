// Choosing, losing and finding devices again.

import { signal } from "@preact/signals-core";
import { afterEach, expect, test, vi } from "vitest";
import { createDesk, createSources } from "../../src/app/devices.ts";
import { readSettings } from "../../src/settings/settings.ts";
import {
	createDevices,
	type FakeDevice,
	type FakeTrack,
} from "../fakes/devices.ts";

const headset = { kind: "audioinput", deviceId: "headset" } as const;
const builtIn = { kind: "audioinput", deviceId: "built-in" } as const;
const front = {
	kind: "videoinput",
	deviceId: "front",
	facingMode: "user",
} as const;
const back = {
	kind: "videoinput",
	deviceId: "back",
	facingMode: "environment",
} as const;

let life = new AbortController();

afterEach(() => {
	life.abort();
	life = new AbortController();
});

function setUp(...there: readonly FakeDevice[]) {
	const fake = createDevices(there);
	const settings = signal(readSettings(null));
	let wake = () => {};
	const platform = {
		devices: fake.devices,
		stage: { canChooseSpeaker: true },
		onWake: (handle: () => void) => {
			wake = handle;
		},
	};
	const sources = createSources(platform, settings, life.signal);
	const desk = createDesk(platform, settings, sources, life.signal);
	const running = (kind: "microphone" | "camera") =>
		sources[kind].track.value?.getSettings().deviceId;
	return { ...sources, fake, settings, desk, running, wake: () => wake() };
}

test("the chosen microphone is taken, and so it is the next time", async () => {
	const { desk, microphone, running, settings, fake } = setUp(builtIn, headset);
	microphone.toggle();
	await vi.waitFor(() => expect(desk.known.value.microphone).toHaveLength(2));
	expect(running("microphone")).toBe("built-in");
	desk.choose("microphone", "headset");
	await vi.waitFor(() => expect(running("microphone")).toBe("headset"));
	expect(fake.live()).toEqual(["headset"]);
	expect(readSettings(JSON.stringify(settings.value)).devices.microphone).toBe(
		"headset",
	);
	desk.forget();
	expect(settings.value.devices.microphone).toBeNull();
});

test("there is a track all the time while the device changes", async () => {
	const { desk, microphone, running } = setUp(builtIn, headset);
	microphone.toggle();
	await vi.waitFor(() => expect(running("microphone")).toBe("built-in"));
	const seen: (string | undefined)[] = [];
	const stop = microphone.track.subscribe((track) => {
		seen.push(track?.getSettings().deviceId);
		expect(track?.readyState).toBe("live");
	});
	desk.choose("microphone", "headset");
	await vi.waitFor(() => expect(seen).toEqual(["built-in", "headset"]));
	stop();
});

test("where only one camera runs at a time, the other one is taken all the same", async () => {
	const { fake, camera, running } = setUp(front, back);
	fake.allowOneAtATime();
	camera.toggle();
	await vi.waitFor(() => expect(running("camera")).toBe("front"));
	await camera.flip();
	expect(running("camera")).toBe("back");
	await camera.flip();
	expect(running("camera")).toBe("front");
	expect(fake.live()).toEqual(["front"]);
});

test("a chosen device that is not there today is replaced, and taken when it comes", async () => {
	const { fake, desk, microphone, running } = setUp(builtIn);
	desk.choose("microphone", "headset");
	microphone.toggle();
	await vi.waitFor(() => expect(running("microphone")).toBe("built-in"));
	fake.plug(headset);
	await vi.waitFor(() => expect(running("microphone")).toBe("headset"));
	expect(fake.live()).toEqual(["headset"]);
});

test("when the microphone goes, another one speaks on, until it is back", async () => {
	const { fake, microphone, running } = setUp(headset, builtIn);
	microphone.toggle();
	await vi.waitFor(() => expect(running("microphone")).toBe("headset"));
	fake.unplug("headset");
	await vi.waitFor(() => expect(running("microphone")).toBe("built-in"));
	fake.plug(headset);
	await vi.waitFor(() => expect(running("microphone")).toBe("headset"));
});

test("when the camera goes, no other one is turned on; plugged in again, it comes back", async () => {
	const { fake, camera, running, wake } = setUp(front, back);
	camera.toggle();
	await vi.waitFor(() => expect(running("camera")).toBe("front"));
	fake.unplug("front");
	wake();
	await vi.waitFor(() =>
		expect(camera.state.value).toEqual({ is: "failed", problem: "lost" }),
	);
	expect(fake.live()).toEqual([]);
	fake.plug(front);
	await vi.waitFor(() => expect(running("camera")).toBe("front"));
});

test("a camera that was taken away in the background is back when the page is", async () => {
	const { fake, camera, running, wake } = setUp(front);
	camera.toggle();
	await vi.waitFor(() => expect(running("camera")).toBe("front"));
	camera.track.value?.dispatchEvent(new Event("ended"));
	expect(camera.isOn.value).toBe(false);
	wake();
	await vi.waitFor(() => expect(running("camera")).toBe("front"));
	expect(fake.live()).toContain("front");
});

test("a camera that the browser interrupts is on, but not live", async () => {
	const { camera, running } = setUp(front);
	camera.toggle();
	await vi.waitFor(() => expect(running("camera")).toBe("front"));
	const track = camera.track.value as FakeTrack;
	track.interrupt(true);
	expect([camera.isOn.value, camera.isLive.value]).toEqual([true, false]);
	track.interrupt(false);
	expect(camera.isLive.value).toBe(true);
});

test.each([
	["NotAllowedError", "refused"],
	["NotFoundError", "missing"],
	["NotReadableError", "busy"],
])("%s is named, and a press tries again", async (name, problem) => {
	const { fake, camera, running } = setUp(front);
	fake.fail(name);
	camera.toggle();
	await vi.waitFor(() =>
		expect(camera.state.value).toEqual({ is: "failed", problem }),
	);
	fake.fail(null);
	camera.toggle();
	await vi.waitFor(() => expect(running("camera")).toBe("front"));
});

test("a change that fails leaves what runs", async () => {
	const { fake, desk, microphone, running } = setUp(builtIn, headset);
	microphone.toggle();
	await vi.waitFor(() => expect(running("microphone")).toBe("built-in"));
	fake.fail("NotAllowedError");
	desk.choose("microphone", "headset");
	await microphone.reopen();
	expect(running("microphone")).toBe("built-in");
	expect(fake.live()).toEqual(["built-in"]);
});

test("muted, the microphone of before is let go when another one is chosen", async () => {
	const { fake, desk, microphone, running } = setUp(builtIn, headset);
	microphone.toggle();
	await vi.waitFor(() => expect(running("microphone")).toBe("built-in"));
	microphone.toggle();
	expect(fake.live()).toEqual(["built-in"]);
	desk.choose("microphone", "headset");
	expect(fake.live()).toEqual([]);
	microphone.toggle();
	await vi.waitFor(() => expect(running("microphone")).toBe("headset"));
});
