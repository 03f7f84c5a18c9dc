import { expect, test } from "vitest";
import { createHeartbeat } from "../../src/peer/heartbeat.ts";
import { createClock } from "../fakes/clock.ts";

function start() {
	const clock = createClock();
	const log: string[] = [];
	const { hear, doubt } = createHeartbeat(
		clock.ticker,
		clock.now,
		() => log.push("beat"),
		() => log.push("silent"),
		new AbortController().signal,
	);
	const silences = () => log.filter((one) => one === "silent").length;
	return { clock, hear, doubt, log, silences };
}

test("it beats every second, and without a sign of theirs is never worried", () => {
	const { clock, log, silences } = start();
	clock.pass(10_000);
	expect(log).toHaveLength(10);
	expect(silences()).toBe(0);
});

test("silence is told once, after three seconds, and again only after a sign of life", () => {
	const { clock, hear, silences } = start();
	hear();
	clock.pass(2_900);
	expect(silences()).toBe(0);
	clock.pass(300);
	expect(silences()).toBe(1);
	clock.pass(20_000);
	expect(silences()).toBe(1);
	hear();
	clock.pass(4_000);
	expect(silences()).toBe(2);
});

test("where the network has just changed, silence is told sooner, and beats that come keep it away", () => {
	const { clock, hear, doubt, silences } = start();
	hear();
	clock.pass(400);
	doubt();
	for (let count = 0; count < 4; count += 1) {
		clock.pass(1_500);
		hear();
	}
	expect(silences()).toBe(0);
	doubt();
	clock.pass(2_300);
	expect(silences()).toBe(1);
});

test("a change of network that did no harm is forgotten", () => {
	const { clock, hear, doubt, silences } = start();
	hear();
	doubt();
	for (let count = 0; count < 5; count += 1) {
		clock.pass(1_500);
		hear();
	}
	clock.pass(2_800);
	expect(silences()).toBe(0);
});

test("a device that has slept itself waits for their next beat before it worries", () => {
	const { clock, hear, silences } = start();
	hear();
	clock.sleep(60_000);
	expect(silences()).toBe(0);
	hear();
	clock.pass(2_000);
	expect(silences()).toBe(0);
});
