import { expect, test } from "vitest";
import { fitOf } from "../../src/app/fit.ts";

const upright = { width: 390, height: 720 };
const lying = { width: 1256, height: 700 };
const strip = { width: 1256, height: 230 };

test.each([
	[
		"a lying picture on a laptop",
		{ width: 1280, height: 720 },
		lying,
		"filled",
	],
	["an older camera on a laptop", { width: 640, height: 480 }, lying, "filled"],
	[
		"an upright picture on a phone",
		{ width: 720, height: 1280 },
		upright,
		"filled",
	],
	[
		"a lying picture on an upright phone",
		{ width: 1280, height: 720 },
		upright,
		"whole",
	],
	[
		"an upright picture on a laptop",
		{ width: 720, height: 1280 },
		lying,
		"whole",
	],
	[
		"a picture in a window like a strip",
		{ width: 1280, height: 720 },
		strip,
		"whole",
	],
	[
		"a room that is not there",
		{ width: 1280, height: 720 },
		{ width: 0, height: 0 },
		"filled",
	],
] as const)("%s", (_, picture, room, fit) => {
	expect(fitOf({ picture, room })).toBe(fit);
});

test("before there is a picture, its room is filled", () => {
	expect(fitOf(null)).toBe("filled");
});
