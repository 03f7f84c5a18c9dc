import { signal } from "@preact/signals-core";
import { expect, test } from "vitest";
import { createZoom } from "../../src/app/zoom.ts";
import { blind, type Seen } from "../../src/carriers/qr-reader.ts";
import type { Lens, ZoomRange } from "../../src/media/lens.ts";

function zoomOf(range: ZoomRange) {
	const lens = {
		zoom: range,
		setZoom: async () => true,
	} as unknown as Lens;
	const zoom = createZoom(signal(lens));
	zoom.begin(lens);
	return zoom;
}

const digital: ZoomRange = { min: 1, max: 4, start: 1, isDigital: true };
const own: ZoomRange = { min: 100, max: 500, start: 100, isDigital: false };

const frame = { ...blind, width: 1_920, height: 1_080 };
const unreadAt = (left: number): Seen => ({
	...frame,
	hasFinder: true,
	unread: { left, top: 450, width: 160, height: 160 },
});
const inMiddle = unreadAt(880);

type Followed = ReturnType<typeof zoomOf>;
async function follow(zoom: Followed, seen: Seen, count: number) {
	for (let frames = 0; frames < count; frames += 1) zoom.follow(seen);
	await Promise.resolve();
	await Promise.resolve();
}

test("stays inside what the camera can do, in the camera's own units", async () => {
	const zoom = zoomOf(own);
	expect(zoom.value.value).toBe(100);
	await zoom.set(10_000);
	expect(zoom.value.value).toBe(500);
	await zoom.set(1);
	expect(zoom.value.value).toBe(100);
	await zoom.set(Number.NaN);
	expect(zoom.value.value).toBe(100);
	expect(zoom.magnification.value).toBe(1);
});

test("without a zoom of its own the picture is magnified", async () => {
	const zoom = zoomOf(digital);
	await zoom.set(2.5);
	expect(zoom.magnification.value).toBe(2.5);
});

test.each([
	["digital", digital],
	["own", own],
])(
	"%s: looks closer at what is seen and not read, up to three times",
	async (_, range) => {
		const zoom = zoomOf(range);
		await follow(zoom, inMiddle, 11);
		expect(zoom.value.value).toBe(range.start);
		await follow(zoom, inMiddle, 1);
		expect(zoom.value.value).toBeCloseTo(range.start * 1.4);
		for (let step = 0; step < 20; step += 1) await follow(zoom, inMiddle, 12);
		expect(zoom.value.value).toBeGreaterThan(range.start * 2);
		expect(zoom.value.value).toBeLessThanOrEqual(range.start * 3);
	},
);

test("never so close that what is seen falls out of the picture", async () => {
	const zoom = zoomOf(digital);
	for (let step = 0; step < 4; step += 1) await follow(zoom, unreadAt(200), 12);
	expect(zoom.value.value).toBe(1);
	for (let step = 0; step < 9; step += 1) await follow(zoom, unreadAt(600), 12);
	expect(zoom.value.value).toBeCloseTo(1.96);
});

test("steps back to what the person chose once there is nothing any more", async () => {
	const zoom = zoomOf(digital);
	await zoom.set(1.2);
	await follow(zoom, inMiddle, 12);
	expect(zoom.value.value).toBeCloseTo(1.68);
	await follow(zoom, frame, 29);
	expect(zoom.value.value).toBeCloseTo(1.68);
	await follow(zoom, frame, 1);
	expect(zoom.value.value).toBe(1.2);
	await follow(zoom, frame, 60);
	expect(zoom.value.value).toBe(1.2);
});
