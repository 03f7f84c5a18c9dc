import { expect, test } from "vitest";
import { createThrottle } from "../../src/lib/throttle.ts";
import {
	type FloodRule,
	floodRules,
	withThrottle,
} from "../../src/peer/throttle.ts";
import type { Wire } from "../../src/peer/wires.ts";

function throttled(rule: FloodRule = floodRules.control) {
	let clockMs = 0;
	let send: (data: unknown) => void = () => {};
	let floods = 0;
	const heard: unknown[] = [];
	const wire: Wire = {
		isOpen: () => true,
		send: () => {},
		onText(handle) {
			send = handle;
		},
		onOpen: () => {},
	};
	withThrottle(
		wire,
		rule,
		() => clockMs,
		() => {
			floods += 1;
		},
	).onText((data) => void heard.push(data), new AbortController().signal);
	return {
		send: (data: unknown) => send(data),
		pass(ms: number) {
			clockMs += ms;
		},
		heard,
		floods: () => floods,
	};
}

test("what two people do is far below it: everything is heard", () => {
	const { send, pass, heard, floods } = throttled();
	for (let second = 0; second < 600; second += 1) {
		for (let count = 0; count < 30; count += 1) send('{"type":"media"}');
		pass(1_000);
	}
	expect(heard).toHaveLength(18_000);
	expect(floods()).toBe(0);
});

test("what is over it is dropped, and whoever goes on is hung up on", () => {
	const { send, heard, floods } = throttled();
	for (let count = 0; count < 900; count += 1) send("{}");
	expect(heard).toHaveLength(600);
	expect(floods()).toBe(0);
	send("{}");
	expect(floods()).toBe(1);
	expect(heard).toHaveLength(600);
});

test("whoever stops in time is heard again", () => {
	const { send, pass, heard, floods } = throttled();
	for (let count = 0; count < 700; count += 1) send("{}");
	pass(2_000);
	send("later");
	expect(heard.at(-1)).toBe("later");
	expect(floods()).toBe(0);
});

test("long messages count by their length", () => {
	const { send, heard, floods } = throttled(floodRules.chat);
	for (let count = 0; count < 500; count += 1) send("x".repeat(60_000));
	expect(heard.length).toBeLessThanOrEqual(16);
	expect(floods()).toBeGreaterThan(0);
});

test("of messages larger than any browser sends unasked none is heard, and the third is a flood", () => {
	for (const giant of [
		"x".repeat(70_000),
		new ArrayBuffer(70_000),
		new Blob([new Uint8Array(70_000)]),
	]) {
		const { send, heard, floods } = throttled();
		send(giant);
		send("fine");
		send(giant);
		expect(floods()).toBe(0);
		send(giant);
		expect(floods()).toBe(1);
		expect(heard).toEqual(["fine"]);
	}
});

test("bytes, where text is expected, count as much as they could hold", () => {
	const { send, heard } = throttled();
	for (let count = 0; count < 100; count += 1) send(new ArrayBuffer(200_000));
	expect(heard.length).toBeLessThanOrEqual(30);
});

test("the beats of a night that a page slept through are no flood", () => {
	const { send, heard, floods } = throttled();
	for (let second = 0; second < 60_000; second += 1) send('{"type":"beat"}');
	send('{"type":"bye"}');
	expect(heard.at(-1)).toBe('{"type":"bye"}');
	expect(floods()).toBe(0);
});

test("a clock that is put back neither gives nor takes", () => {
	let clockMs = 10_000;
	const take = createThrottle({ perSecond: 1, burst: 2 }, () => clockMs);
	expect([take(1), take(1), take(1)]).toEqual([true, true, false]);
	clockMs = 0;
	expect(take(1)).toBe(false);
	clockMs = 1_000;
	expect([take(1), take(1)]).toEqual([true, false]);
});
