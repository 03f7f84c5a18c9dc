import { expect, test } from "vitest";
import { wishOf } from "../../src/app/launch.ts";

test.each([
	["?do=settings", "settings"],
	["?do=help", "help"],
	// What begins something needs a press.
	["?do=start", null],
	["?from=home", null],
	["", null],
] as const)("opened with %j, it is for %s", (query, wish) => {
	expect(wishOf(query)).toBe(wish);
});
