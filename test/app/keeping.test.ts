import { describe, expect, test } from "vitest";
import { memoryFile, mostMemoryBytes } from "../../src/app/recording-file.ts";
import { stampOf } from "../../src/app/stamp.ts";
import { formatFor } from "../../src/media/formats.ts";
import { fitInto, insetAt } from "../../src/media/picture-place.ts";

describe("a picture stands", () => {
	const room = { x: 0, y: 0, width: 1280, height: 720 };
	test.each([
		["full where it has the room's shape", [640, 360], [0, 0, 1280, 720]],
		["in the middle where it is upright", [360, 640], [437.5, 0, 405, 720]],
		["in the middle where it is a strip", [1280, 240], [0, 240, 1280, 240]],
	])("%s", (_, [width = 0, height = 0], [x, y, wide, high]) => {
		expect(fitInto({ width, height }, room)).toEqual({
			x,
			y,
			width: wide,
			height: high,
		});
	});

	test("small in the corner, one below the other, and never over the edge", () => {
		const [first, second] = [insetAt(0, room), insetAt(1, room)];
		expect(second.y).toBeGreaterThan(first.y + first.height);
		for (const { x, y, width, height } of [first, second]) {
			expect(x + width).toBeLessThan(room.width);
			expect(y + height).toBeLessThan(room.height);
		}
	});
});

test("a call is recorded into what the browser can make, or not at all", () => {
	expect(formatFor(() => true)?.ending).toBe("webm");
	expect(formatFor((type) => type === "video/mp4")?.ending).toBe("mp4");
	expect(formatFor(() => false)).toBeNull();
});

test("memory that holds a recording has an end, and what is in it is kept", async () => {
	const file = memoryFile();
	const part = new Blob([new Uint8Array(mostMemoryBytes / 2)]);
	expect(await file.write(part)).toBe(true);
	expect(await file.write(part)).toBe(true);
	expect(await file.write(new Blob(["a"]))).toBe(false);
	expect((await file.finish("video/webm")).size).toBe(mostMemoryBytes);
});

test("a moment in a name sorts, and fits every disk", () => {
	const stamp = stampOf(new Date(2026, 0, 2, 3, 4, 5).getTime());
	expect(stamp).toBe("2026-01-02 03.04.05");
});
