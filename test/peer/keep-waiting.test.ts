import { expect, test } from "vitest";
import { createWaiting } from "../../src/peer/keep-waiting.ts";
import { createPatience } from "../../src/peer/patience.ts";
import { asRemote } from "../../src/peer/remote.ts";
import { createClock } from "../fakes/clock.ts";

const minuteMs = 60_000;

const hostile = `v=0\r\na=setup:actpass\r\n${Array.from(
	{ length: 16 },
	(_, at) => `a=candidate:${at} 1 udp 99 203.0.113.${at} 9 typ host\r\n`,
).join("")}`;

function pulsing(candidates: readonly string[]) {
	const clock = createClock();
	const added: string[] = [];
	const target = {
		addIceCandidate: async (one?: RTCIceCandidateInit | null) => {
			added.push(one?.candidate ?? "");
		},
	};
	const waiting = createWaiting(
		target,
		clock.ticker,
		(candidate) => !candidate.includes("elsewhere"),
	);
	const life = new AbortController();
	waiting.begin(candidates);
	waiting.keep(life.signal);
	return { clock, added, life, waiting };
}

test("sixteen hostile addresses are eight, every four seconds, and none after the end", () => {
	const { candidates } = asRemote(hostile, "active");
	const { clock, added, life } = pulsing(candidates);
	clock.pass(minuteMs);
	// At once when theirs is in, at once when the waiting begins, and then fifteen times.
	expect(added).toHaveLength(8 * 17);
	life.abort();
	clock.pass(minuteMs);
	expect(added).toHaveLength(8 * 17);
});

test("no browser ever sees the same candidate twice, after a pause neither", () => {
	const { clock, added, life, waiting } = pulsing([
		"candidate:1 1 udp 99 203.0.113.1 9 typ host",
		// Where the person has chosen not to be seen.
		"candidate:2 1 udp 98 elsewhere.example 9 typ host",
	]);
	clock.pass(minuteMs);
	expect(added.filter((one) => !one.includes("203.0.113.1"))).toEqual([]);
	life.abort();
	waiting.keep(new AbortController().signal);
	clock.pass(minuteMs);
	expect(new Set(added).size).toBe(added.length);
});

test("after twenty minutes the waiting is given up, unless it has ended before", () => {
	const clock = createClock();
	const log: string[] = [];
	const patience = createPatience(
		clock.ticker,
		{
			gaveUp: () => log.push("gaveUp"),
			retry: () => log.push("retry"),
			hopeless: () => log.push("hopeless"),
		},
		new AbortController().signal,
	);
	const signal = patience.startWaiting();
	clock.pass(19 * minuteMs);
	expect(log).toEqual([]);
	clock.pass(minuteMs);
	expect(log).toEqual(["gaveUp"]);
	patience.stopWaiting();
	expect(signal.aborted).toBe(true);
	patience.startGrace();
	clock.pass(31_000);
	patience.stopGrace();
	clock.pass(minuteMs);
	expect(log.filter((one) => one === "retry")).toHaveLength(8);
	expect(log.filter((one) => one === "hopeless")).toHaveLength(1);
});
