import fc from "fast-check";
import { expect, test } from "vitest";
import {
	createStripes,
	laneOf,
	type StripeLane,
	stripeLimits,
} from "../../src/peer/stripes.ts";
import { packFrame } from "../../src/wire/frame.ts";

const most = 65_536;
const text = (word: string) => new TextEncoder().encode(word);
/** What was said, and as what. */
const said = (data: string | ArrayBuffer) =>
	typeof data === "string"
		? `text ${data}`
		: `bytes ${new TextDecoder().decode(data)}`;

type End = "one" | "other";

/** Two ends and the lanes between them, of which each delivers in order, when the test says so. */
function stripePair() {
	const heard: Record<End, string[]> = { one: [], other: [] };
	let complaints = 0;
	let clockMs = 0;
	const end = (me: End) =>
		createStripes(() => clockMs, {
			heard: (data) => void heard[me].push(said(data)),
			poured: () => {},
			complain: (cost) => {
				complaints += cost;
			},
		});
	const ends = { one: end("one"), other: end("other") };
	for (const { begin } of [ends.one, ends.other]) begin();

	const addLane = () => {
		let isCut = false;
		const way = (to: End) => ({ waiting: [] as ArrayBuffer[], to });
		const ways = { one: way("other"), other: way("one") };
		const side = (me: End): StripeLane => ({
			send(frame) {
				if (isCut) return false;
				ways[me].waiting.push(frame.slice().buffer);
				return true;
			},
			bufferedBytes: () =>
				ways[me].waiting.reduce((sum, one) => sum + one.byteLength, 0),
		});
		const sides = { one: side("one"), other: side("other") };
		ends.one.add(sides.one);
		ends.other.add(sides.other);
		return {
			sides,
			/** So many of what is on its way, from either end. */
			deliver(count: number) {
				for (const from of ["one", "other"] as const)
					for (const data of ways[from].waiting.splice(0, count))
						ends[ways[from].to].handle(data, sides[ways[from].to]);
				ends.one.pour();
				ends.other.pour();
			},
			/** What is on its way is lost; the ends notice one after the other. */
			cut() {
				isCut = true;
				ways.one.waiting = [];
				ways.other.waiting = [];
				ends.one.drop(sides.one);
			},
			cutOther: () => ends.other.drop(sides.other),
		};
	};
	return {
		ends,
		heard,
		addLane,
		complaints: () => complaints,
		pass(ms: number) {
			clockMs += ms;
		},
	};
}

test("whatever lanes come, lag and go, everything arrives once and in order", () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					fc.record({
						do: fc.constant("push" as const),
						count: fc.integer({ min: 1, max: 90 }),
					}),
					fc.record({
						do: fc.constant("deliver" as const),
						lane: fc.nat(5),
						count: fc.integer({ min: 1, max: 40 }),
					}),
					fc.record({ do: fc.constant("add" as const) }),
					fc.record({ do: fc.constant("cut" as const), lane: fc.nat(5) }),
				),
				{ maxLength: 60 },
			),
			(steps) => {
				const pair = stripePair();
				const first = pair.addLane();
				const lanes = [pair.addLane()];
				const given: string[] = [];
				for (const step of steps) {
					if (step.do === "push")
						for (let left = step.count; left > 0; left -= 1) {
							const word = `${given.length}`;
							const is = given.length % 7 === 0 ? "text" : "bytes";
							given.push(`${is} ${word}`);
							pair.ends.one.push(is === "text" ? word : text(word), most);
						}
					if (step.do === "add") lanes.push(pair.addLane());
					if (step.do === "deliver")
						[first, ...lanes][step.lane]?.deliver(step.count);
					if (step.do === "cut") {
						const [cut] = lanes.splice(step.lane, 1);
						cut?.cut();
						first.deliver(3);
						cut?.cutOther();
					}
				}
				for (let turn = 0; turn < 1_000; turn += 1)
					for (const lane of [first, ...lanes]) lane.deliver(20);
				expect(pair.heard.other).toEqual(given);
				expect(pair.ends.one.waitingBytes()).toBe(0);
			},
		),
		{ numRuns: 200 },
	);
});

test("a lane that lags keeps the others going only so far, and the memory of the receiver small", () => {
	const pair = stripePair();
	const slow = pair.addLane();
	const quick = pair.addLane();
	const piece = new Uint8Array(30_000);
	for (let left = 400; left > 0; left -= 1) pair.ends.one.push(piece, most);
	for (let turn = 0; turn < 400; turn += 1) quick.deliver(5);
	expect(pair.heard.other).toEqual([]);
	const waiting = pair.ends.one.waitingBytes() / (piece.length + 5);
	expect(400 - waiting).toBe(stripeLimits.frames);
	slow.deliver(99);
	for (let turn = 0; turn < 400; turn += 1)
		for (const lane of [slow, quick]) lane.deliver(5);
	expect(pair.heard.other).toHaveLength(400);
	expect(pair.complaints()).toBe(0);
});

test("what comes over a lane before the last of what was sent without lanes waits for it", () => {
	const heard: string[] = [];
	const stripes = createStripes(() => 0, {
		heard: (data) => void heard.push(said(data)),
		poured: () => {},
		complain: () => {},
	});
	const lane = { send: () => true, bufferedBytes: () => 0 };
	for (const [number, word] of ["a", "b"].entries())
		stripes.handle(
			packFrame({ is: "text", number, payload: text(word) }).buffer,
			lane,
		);
	expect(heard).toEqual([]);
	stripes.begin();
	expect(heard).toEqual(["text a", "text b"]);
});

test("a lane is stuck once it has confirmed nothing for long, and not while it has nothing to confirm", () => {
	const pair = stripePair();
	const lane = pair.addLane();
	pair.pass(60_000);
	expect(pair.ends.one.isStuck(lane.sides.one)).toBe(false);
	pair.ends.one.push("hello", most);
	pair.pass(14_000);
	expect(pair.ends.one.isStuck(lane.sides.one)).toBe(false);
	pair.pass(2_000);
	expect(pair.ends.one.isStuck(lane.sides.one)).toBe(true);
	lane.deliver(1);
	lane.deliver(1);
	expect(pair.ends.one.isStuck(lane.sides.one)).toBe(false);
});

test("what nobody asked for is complained of, and changes nothing", () => {
	const pair = stripePair();
	const { sides } = pair.addLane();
	const { one } = pair.ends;
	const frame = (is: "text" | "got", number: number, word: string) =>
		packFrame({ is, number, payload: text(word) }).buffer;
	one.handle(frame("text", stripeLimits.frames, "ahead"), sides.one);
	one.handle(new ArrayBuffer(3), sides.one);
	one.handle("text", sides.one);
	one.handle(frame("got", 0, "not empty"), sides.one);
	expect(pair.complaints()).toBe(4);
	one.handle(frame("got", 7, ""), sides.one);
	one.handle(frame("text", 0, "once"), sides.one);
	one.handle(frame("text", 0, "twice"), sides.one);
	expect(pair.complaints()).toBeCloseTo(4.2);
	expect(pair.heard.one).toEqual(["text once"]);
});

test("a channel that is closing takes nothing more", () => {
	const channel = { readyState: "closing", bufferedAmount: 0, send() {} };
	const lane = laneOf(channel as unknown as RTCDataChannel);
	expect(lane.send(new Uint8Array(1))).toBe(false);
});

test("what is more than a message may be is not sent, and breaks nothing", () => {
	const pair = stripePair();
	const lane = pair.addLane();
	expect(pair.ends.one.push("ü".repeat(40_000), most)).toBe(false);
	expect(pair.ends.one.push("after", most)).toBe(true);
	lane.deliver(5);
	expect(pair.heard.other).toEqual(["text after"]);
});
