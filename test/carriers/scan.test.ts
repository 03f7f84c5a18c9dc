import { expect, test } from "vitest";
import { readPicture } from "../../src/carriers/picture.ts";
import {
	blind,
	type QrReader,
	type Seen,
} from "../../src/carriers/qr-reader.ts";
import { watch } from "../../src/carriers/scan.ts";

const bitmap = { close() {} } as ImageBitmap;

/** A video that runs at ten thousand frames a second. */
const video = {
	requestVideoFrameCallback: (run: () => void) => void setTimeout(run),
} as unknown as HTMLVideoElement;

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

test("never more than one frame is on its way", async () => {
	const lifetime = new AbortController();
	let inFlight = 0;
	let most = 0;
	let looks = 0;
	const reader: QrReader = {
		async look() {
			inFlight += 1;
			looks += 1;
			most = Math.max(most, inFlight);
			await new Promise((resolve) => setTimeout(resolve, 2));
			inFlight -= 1;
			return blind;
		},
	};
	const seen: Seen[] = [];
	watch(
		video,
		async () => bitmap,
		reader,
		(one) => seen.push(one),
		Date.now,
		lifetime.signal,
	);
	await pause();
	lifetime.abort();
	await pause();
	const looksAtTheEnd = looks;
	await pause();
	expect(most).toBe(1);
	expect(seen.length).toBeGreaterThan(1);
	expect(looks).toBe(looksAtTheEnd);
});

test("a frame that cannot be had is passed over", async () => {
	const lifetime = new AbortController();
	let grabs = 0;
	let seen = 0;
	const grab = async () => {
		grabs += 1;
		return grabs < 3 ? null : bitmap;
	};
	const reader: QrReader = { look: async () => blind };
	watch(video, grab, reader, () => seen++, Date.now, lifetime.signal);
	await pause();
	lifetime.abort();
	expect(seen).toBeGreaterThan(0);
});

test("a look that takes long is followed by a rest, so that one core stays free", async () => {
	const lifetime = new AbortController();
	let busyMs = 0;
	const reader: QrReader = {
		async look() {
			busyMs += 100;
			await new Promise((resolve) => setTimeout(resolve, 100));
			return blind;
		},
	};
	const startedAt = performance.now();
	const bitmapOf = async () => bitmap;
	watch(video, bitmapOf, reader, () => {}, Date.now, lifetime.signal);
	await new Promise((resolve) => setTimeout(resolve, 1_200));
	lifetime.abort();
	const share = busyMs / (performance.now() - startedAt);
	expect(share).toBeLessThan(0.8);
});

test("a picture gives all its codes, and is looked at thoroughly", async () => {
	const efforts: string[] = [];
	const texts = ["one", "other"];
	const reader: QrReader = {
		async look(_, effort) {
			efforts.push(effort);
			const codes = texts.map((text) => ({ text, corners: [] }));
			return { ...blind, codes };
		},
	};
	const read = (picture: ImageBitmap | null, eye = reader) =>
		readPicture(new Blob(), async () => picture, eye);
	expect(await read(bitmap)).toEqual({ ok: true, value: texts });
	expect(efforts).toEqual(["thorough"]);
	expect(await read(null)).toMatchObject({ problem: "notAPicture" });
	const empty: QrReader = { look: async () => blind };
	expect(await read(bitmap, empty)).toMatchObject({ problem: "noQrInPicture" });
});
