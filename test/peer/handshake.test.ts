import { expect, test } from "vitest";
import { isStrangerAmong } from "../../src/peer/handshake.ts";

const pair = (requestsSent: number, requestsReceived: number) => ({
	type: "candidate-pair",
	requestsSent,
	requestsReceived,
});

test("whoever knocks and is never asked back is a stranger", () => {
	expect(isStrangerAmong([pair(4, 19), pair(0, 20)])).toBe(true);
});

test("one knock may be that of a way which has just been found, and no pair need be in use", () => {
	expect(isStrangerAmong([pair(4, 19), pair(0, 1), pair(0, 0)])).toBe(false);
	expect(isStrangerAmong([{ type: "candidate-pair" }])).toBe(false);
	expect(isStrangerAmong([])).toBe(false);
});
