import { expect, test } from "vitest";
import { createPixels } from "../../src/carriers/pixels.ts";

const luma = [1, 2, 3, 4, 5, 6];

/** 3 by 2 pixels, its rows further apart than they are long, as hardware likes them. */
function frame(change: Partial<Record<string, unknown>> = {}): VideoFrame {
	const whole = {
		format: "I420",
		displayWidth: 3,
		displayHeight: 2,
		visibleRect: { width: 3, height: 2 },
		rotation: 0,
		allocationSize: () => 20,
		async copyTo(bytes: Uint8Array) {
			bytes.set(luma.slice(0, 3), 2);
			bytes.set(luma.slice(3), 10);
			return [{ offset: 2, stride: 8 }];
		},
		...change,
	};
	return whole as unknown as VideoFrame;
}

const drawn = (draws: number[][]) =>
	createPixels((width, height) => {
		const context = {
			canvas: { width, height },
			clearRect() {},
			drawImage: () => void draws.push([width, height]),
			getImageData: () => ({
				data: new Uint8ClampedArray(width * height * 4).fill(255),
			}),
		};
		return context as unknown as OffscreenCanvasRenderingContext2D;
	});

test("a camera's frame is taken as it is, row by row, without drawing it", async () => {
	const draws: number[][] = [];
	const picture = await drawn(draws).read(frame());
	expect([...picture.luma]).toEqual(luma);
	expect(draws).toEqual([]);
});

test.each([
	["on a graphics card", { format: null }],
	["in colours", { format: "RGBA" }],
	["turned", { rotation: 90 }],
	["stretched", { displayWidth: 6 }],
	["that cannot be copied", { copyTo: () => Promise.reject(new Error("no")) }],
])("a frame %s is drawn", async (_, change) => {
	const draws: number[][] = [];
	const { width } = await drawn(draws).read(frame(change));
	expect(draws).toEqual([[width, 2]]);
});

test("a photograph larger than a phone can bear is drawn smaller", async () => {
	const photograph = { width: 12_000, height: 9_000 } as ImageBitmap;
	const { width, height, luma } = await drawn([]).read(photograph);
	expect([width, height]).toEqual([4_096, 3_072]);
	expect(luma).toHaveLength(width * height);
});
