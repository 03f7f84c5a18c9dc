import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minuteOf, timeOf } from "../../src/codec/minute.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

describe("the minute of a code", () => {
	test("is found again for 44 days, and by a clock that is a day behind", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 4e12 }),
				fc.integer({ min: -day + minute, max: 44 * day }),
				(madeAt, age) => {
					const read = timeOf(minuteOf(madeAt), madeAt + age);
					expect(read).toBe(Math.floor(madeAt / minute) * minute);
				},
			),
		);
	});

	test("is two bytes for any time, and for none", () => {
		for (const time of [
			0,
			-1,
			1.5,
			8.64e15,
			Number.NaN,
			Number.POSITIVE_INFINITY,
		]) {
			const value = minuteOf(time);
			expect(Number.isInteger(value) && value >= 0 && value < 65536).toBe(true);
		}
	});
});
