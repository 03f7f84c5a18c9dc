import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { grayOf } from "../../src/carriers/gray.ts";
import { jsqr } from "../../src/carriers/jsqr.ts";
import {
	createNative,
	type DetectorClass,
} from "../../src/carriers/native-detector.ts";
import type { Picture } from "../../src/carriers/qr-reader.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Behaviour = {
	readonly formats?: () => Promise<readonly string[]>;
	/** How what comes after the proof is answered. */
	readonly later?: () => Promise<readonly string[]>;
	readonly isBlind?: boolean;
};

/** Reads the proof for real, and then whatever it is told to. */
function fake({ formats, later, isBlind }: Behaviour = {}) {
	let asked = 0;
	const Class = class {
		static getSupportedFormats = formats ?? (async () => ["qr_code"]);
		async detect(picture: Picture | ImageData) {
			asked += 1;
			const isProof = "data" in picture;
			const texts = isProof
				? jsqr(
						grayOf(
							picture.data as Uint8ClampedArray,
							picture.width,
							picture.height,
						),
					).codes.map(({ text }) => text)
				: await (later ?? (async () => ["native"]))();
			return (isBlind ? [] : texts).map((rawValue) => ({
				rawValue,
				cornerPoints: [{ x: 1, y: 2 }],
			}));
		}
	};
	return { Class: Class as DetectorClass, asked: () => asked };
}

const createPicture = (
	data: Uint8ClampedArray<ArrayBuffer>,
	side: number,
): ImageData =>
	({ data, width: side, height: side, colorSpace: "srgb" }) as ImageData;

const frame = { width: 1, height: 1, close() {} } as ImageBitmap;

async function start(behaviour?: Behaviour) {
	const { Class, asked } = fake(behaviour);
	const native = createNative(Class, createPicture);
	await vi.advanceTimersByTimeAsync(1);
	return { native, asked };
}

async function textsSeenBy({
	look,
}: Awaited<ReturnType<typeof start>>["native"]) {
	const codes = look(frame);
	await vi.advanceTimersByTimeAsync(1_000);
	return (await codes).map(({ text }) => text);
}

test("one that reads the proof is believed", async () => {
	const { native } = await start();
	expect(await textsSeenBy(native)).toEqual(["native"]);
});

test.each<[string, Behaviour]>([
	["that knows no QR codes", { formats: async () => [] }],
	["that throws when asked what it knows", { formats: () => Promise.reject() }],
	["that sees nothing in the proof", { isBlind: true }],
	["that fails later", { later: () => Promise.reject(new Error("gone")) }],
	["that never answers", { later: () => new Promise(() => undefined) }],
	["that brings a book", { later: async () => ["x".repeat(8_001), ""] }],
])("one %s brings nothing, and no error", async (_, behaviour) => {
	const { native } = await start(behaviour);
	expect(await textsSeenBy(native)).toEqual([]);
});

test("where there is none, nothing is waited for", async () => {
	const native = createNative(undefined, createPicture);
	expect(await native.look(frame)).toEqual([]);
});

test("one that has failed, or is still busy, is not asked again", async () => {
	const failing = await start({
		later: () => Promise.reject(new Error("gone")),
	});
	await textsSeenBy(failing.native);
	await textsSeenBy(failing.native);
	expect(failing.asked()).toBe(2);
	const slow = await start({ later: () => new Promise(() => undefined) });
	await textsSeenBy(slow.native);
	await textsSeenBy(slow.native);
	expect(slow.asked()).toBe(2);
});
