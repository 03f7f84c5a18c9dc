import { expect, test } from "vitest";
import { wishOf } from "../../src/app/launch.ts";

test.each([
	["?do=start", true, "start"],
	["?do=start", false, null],
	["?do=help", true, "help"],
	["?do=help", false, "help"],
	["?do=forget", true, null],
	["?from=home", true, null],
	["", true, null],
] as const)(
	"opened with %j, installed: %s, it is for %s",
	(query, isInstalled, wish) => {
		expect(wishOf(query, isInstalled)).toBe(wish);
	},
);
