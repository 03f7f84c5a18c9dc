import { expect, test } from "vitest";
import { chatAsText } from "../../src/app/chat-text.ts";
import {
	createMeter,
	isTooLarge,
	percentOf,
} from "../../src/app/file-entry.ts";
import { en } from "../../src/i18n/en.ts";
import { enFiles } from "../../src/i18n/en-files.ts";

test("a hundred per cent is said only when it is over", () => {
	expect(percentOf(0, 0, false)).toBe(0);
	expect(percentOf(0, 0, true)).toBe(100);
	expect(percentOf(999, 1_000, false)).toBe(99);
	expect(percentOf(1_000, 1_000, false)).toBe(99);
	expect(percentOf(1_000, 1_000, true)).toBe(100);
});

test("the rate follows what happens, without leaping", () => {
	const meter = createMeter();
	expect(meter.measure(0, 0)).toBe(null);
	expect(meter.measure(100, 250)).toBe(null);
	let bytes = 100;
	let rate: number | null = null;
	for (let now = 500; now <= 10_000; now += 250) {
		bytes += 100;
		rate = meter.measure(bytes, now);
	}
	expect(rate).toBeCloseTo(400, 0);
	// Nothing comes any more: after some seconds it says so.
	for (let now = 10_250; now <= 20_000; now += 250)
		rate = meter.measure(bytes, now);
	expect(rate).toBeLessThan(40);
	meter.reset();
	expect(meter.measure(0, 30_000)).toBe(null);
});

test("sizes and times are said in three digits", () => {
	expect(
		[0, 999, 1_000, 99_940, 999_600, 1e9, 5.6e12].map(enFiles.size),
	).toEqual([
		"0 B",
		"999 B",
		"1.0 kB",
		"99.9 kB",
		"1.0 MB",
		"1.0 GB",
		"5.6 TB",
	]);
	expect([10, 59_000, 61_000, 7_260_000].map(enFiles.left)).toEqual([
		"1 s left",
		"59 s left",
		"2 min left",
		"2 h 1 min left",
	]);
	expect(en.shared.title(40, 2, "Pigeon")).toBe("(2) 40 % Pigeon");
});

test("a chat as text has one entry after the other, of several lines too", () => {
	const at = Date.UTC(2026, 0, 2, 3, 4);
	const entry = { key: "", at, parts: [], isDelivered: true };
	expect(
		chatAsText(
			[
				{ ...entry, from: "me", text: "one" },
				{ ...entry, from: "them", text: "two\nlines" },
			],
			{ me: "You", them: "They" },
		),
	).toBe(
		"2026-01-02 03:04Z  You: one\n2026-01-02 03:04Z  They: two\n    lines\n",
	);
});

test("room is asked only for what is missing of a file", () => {
	const room = { is: "disk", bytes: 600 } as const;
	const asking = { from: "them", state: "asking", bytes: 1_000 } as const;
	expect(isTooLarge({ ...asking, keptBytes: 0 }, room)).toBe(true);
	expect(isTooLarge({ ...asking, keptBytes: 399 }, room)).toBe(true);
	expect(isTooLarge({ ...asking, keptBytes: 400 }, room)).toBe(false);
	expect(isTooLarge({ ...asking, keptBytes: 0 }, null)).toBe(false);
});
