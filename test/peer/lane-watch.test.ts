import { expect, test } from "vitest";
import { createLaneWatch, laneRule } from "../../src/peer/lane-watch.ts";

const lookMs = 500;

/** Looks twice a second at something that is sent with this speed. */
function watched() {
	const watch = createLaneWatch();
	let atMs = 0;
	let sentBytes = 0;
	return (seconds: number, megabytesPerSecond: number, laneCount: number) => {
		const wishes: string[] = [];
		for (let left = seconds * 1_000; left > 0; left -= lookMs) {
			atMs += lookMs;
			sentBytes += megabytesPerSecond * 1_000 * lookMs;
			const isBusy = megabytesPerSecond > 0;
			const wish = watch({ atMs, sentBytes, isBusy, laneCount });
			if (wish) wishes.push(wish);
		}
		return wishes;
	};
}

test("more connections are wanted where a file goes slowly for some seconds", () => {
	const look = watched();
	expect(look(3, 0.2, 0)).toEqual([]);
	expect(look(3, 0.2, 0)).toEqual(["widen"]);
});

test("none are wanted where it goes well, or where nothing is sent", () => {
	const look = watched();
	expect(look(30, 20, 0)).toEqual([]);
	expect(look(30, 0, 0)).toEqual([]);
	// Small files with pauses between them.
	for (let times = 0; times < 20; times += 1) {
		expect(look(2, 0.5, 0)).toEqual([]);
		expect(look(1, 0, 0)).toEqual([]);
	}
});

test("those that help are kept as long as there is something to send", () => {
	const look = watched();
	look(5, 0.2, 0);
	expect(look(50, 0.6, 3)).toEqual([]);
	expect(look(19, 0, 3)).toEqual([]);
	expect(look(2, 0, 3)).toContain("narrow");
	expect(look(6, 0.2, 0)).toEqual(["widen"]);
});

test("those that do not help are closed again, and wanted again only later and later", () => {
	const look = watched();
	for (const againMs of [laneRule.againMs, laneRule.againMs * 2]) {
		expect(look(6, 1, 0)).toEqual(["widen"]);
		expect(look(14, 1.1, 3)).toEqual(["narrow"]);
		expect(look(againMs / 1_000 - 20, 1, 0)).toEqual([]);
		look(19, 0, 0);
	}
});

test("where some have gone others take their place", () => {
	const look = watched();
	look(5, 0.2, 0);
	look(40, 0.6, 3);
	expect(look(90, 0.4, 1)).toEqual(["widen"]);
});

test("whoever only receives leaves to the other what becomes of them", () => {
	const look = watched();
	expect(look(120, 0, 3)).toEqual([]);
});
