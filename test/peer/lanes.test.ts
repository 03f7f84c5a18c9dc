// The browser's part is made up: it describes itself as one was captured, and opens nothing by itself.

import { expect, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { discreet } from "../../src/peer/discretion.ts";
import { heeds } from "../../src/peer/heed.ts";
import { laneRule } from "../../src/peer/lane-watch.ts";
import { createLanes, type LaneMessage } from "../../src/peer/lanes.ts";
import { identityOf } from "../../src/peer/roles.ts";
import { take } from "../codec/captured.ts";
import { createClock } from "../fakes/clock.ts";

const mine = take("chromium-156-offer-data-ip-stun").sdp;
const theirs = take("chromium-156-offer-data-ip-nostun");
const answer = take("chromium-156-answer-to-chromium-data-ip-stun");
const printOf = (sdp: string) => identityOf(sdp)?.fingerprint ?? "";
const codeOf = (sdp: string, type: "offer" | "answer" = "offer") =>
	writeCode({ type, sdp }, { now: 0 }).text;
const settled = () => new Promise((done) => setTimeout(done, 5));

function laneSide(isLeading: boolean, their = theirs.sdp) {
	const clock = createClock();
	const said: LaneMessage[] = [];
	const added: RTCDataChannel[] = [];
	const knocked: string[] = [];
	const made: ReturnType<typeof makeConnection>[] = [];
	const life = new AbortController();
	let sentBytes = 0;
	const makeConnection = () => {
		const channel = Object.assign(new EventTarget(), {
			readyState: "connecting",
		});
		const applied: RTCSessionDescriptionInit[] = [];
		const connection = Object.assign(new EventTarget(), {
			channel,
			applied,
			signalingState: "stable",
			iceGatheringState: "new",
			localDescription: { sdp: mine },
			createDataChannel: () => channel,
			addIceCandidate: async ({ candidate = "" }: RTCIceCandidateInit) =>
				void knocked.push(candidate),
			async setLocalDescription() {
				queueMicrotask(() => {
					connection.iceGatheringState = "complete";
					connection.dispatchEvent(new Event("icegatheringstatechange"));
				});
			},
			setRemoteDescription: async (given: RTCSessionDescriptionInit) =>
				void applied.push(given),
			close() {
				connection.signalingState = "closed";
			},
		});
		return connection;
	};
	const lanes = createLanes(
		() => {
			const connection = makeConnection();
			made.push(connection);
			return connection as unknown as RTCPeerConnection;
		},
		clock,
		{ isLeading, isClient: false, theirFingerprint: printOf(their) },
		{
			addLane: (channel) => void added.push(channel),
			isStuck: () => false,
			load: () => {
				sentBytes += 50_000;
				return { sentBytes, isBusy: true };
			},
		},
		{
			say: (message) => void (message.type === "lane" && said.push(message)),
			told: (sdp) => discreet(sdp, "network"),
			heeds: (candidate, sdp) => heeds(candidate, sdp, "network"),
		},
		life.signal,
	);
	const open = () => made.filter((one) => one.signalingState !== "closed");
	return { clock, said, added, knocked, made, open, lanes, life };
}

const offer = (number: number, sdp = theirs.sdp): LaneMessage => ({
	type: "lane",
	kind: "offer",
	number,
	code: codeOf(sdp),
});
const wanted: LaneMessage = { ...offer(0), kind: "wanted", code: "" };

test("one side asks, the other makes them, where what is sent is slow", async () => {
	const asker = laneSide(false);
	asker.clock.pass(6_000);
	expect(asker.said).toEqual([wanted]);
	expect(asker.made).toEqual([]);
	const maker = laneSide(true);
	maker.lanes.handle(wanted);
	await settled();
	expect(maker.said.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
		"offer 1",
		"offer 2",
		"offer 3",
	]);
});

test("a lane gives away no more addresses than a code does", async () => {
	for (const isLeading of [true, false]) {
		const { lanes, said } = laneSide(isLeading);
		lanes.handle(isLeading ? wanted : offer(1));
		await settled();
		expect(said.length).toBeGreaterThan(0);
		for (const { code } of said) {
			const read = readCode(code, 0);
			expect(read.ok && read.value.sdp).not.toContain("203.0.113.77");
			expect(read.ok && read.value.sdp).toContain("10.99.0.2");
		}
	}
});

test("a lane knocks at no address at which the call would not", async () => {
	const far = theirs.sdp.replace(
		/^a=candidate:.*\r\n/m,
		"$&a=candidate:9 1 udp 1685987071 198.51.100.9 40504 typ srflx raddr 0.0.0.0 rport 0\r\n",
	);
	const { lanes, knocked } = laneSide(false);
	lanes.handle(offer(1, far));
	await settled();
	expect(knocked.length).toBeGreaterThan(0);
	expect(knocked.join()).not.toContain("198.51.100.9");
});

test("a lane of another key is not applied, neither as an offer nor as an answer", async () => {
	const asker = laneSide(false, mine);
	asker.lanes.handle(offer(1));
	await settled();
	expect(asker.said).toEqual([]);
	expect(asker.made.flatMap(({ applied }) => applied)).toEqual([]);
	expect(asker.open()).toEqual([]);
	const maker = laneSide(true, mine);
	maker.lanes.handle(wanted);
	await settled();
	const code = codeOf(answer.sdp, "answer");
	maker.lanes.handle({ type: "lane", kind: "answer", number: 1, code });
	await settled();
	expect(maker.made.flatMap(({ applied }) => applied)).toEqual([]);
	expect(maker.open()).toHaveLength(laneRule.count - 1);
});

test("a lane that names a second key beside the right one is not applied", async () => {
	const both = theirs.sdp.replace(
		"a=setup:",
		`a=fingerprint:sha-256 ${"AB:".repeat(31)}AB\r\na=setup:`,
	);
	const { lanes, made, open } = laneSide(false);
	lanes.handle(offer(1, both));
	await settled();
	expect(made.flatMap(({ applied }) => applied)).toEqual([]);
	expect(open()).toEqual([]);
});

test("asked for or offered without end, there are never more than a few", async () => {
	const asker = laneSide(false);
	for (let number = 1; number < 100; number += 1) {
		asker.lanes.handle(offer(number));
		asker.lanes.handle(wanted);
	}
	await settled();
	expect(asker.made).toHaveLength(laneRule.count);
	const maker = laneSide(true);
	for (let times = 0; times < 100; times += 1) {
		maker.lanes.handle(wanted);
		maker.lanes.handle(offer(times));
	}
	await settled();
	expect(maker.made).toHaveLength(laneRule.count);
});

test("an answer is taken once, and only for what was offered", async () => {
	const { lanes, made } = laneSide(true, answer.sdp);
	lanes.handle(wanted);
	await settled();
	const code = codeOf(answer.sdp, "answer");
	for (const number of [1, 1, 9])
		lanes.handle({ type: "lane", kind: "answer", number, code });
	await settled();
	expect(made.map(({ applied }) => applied.length)).toEqual([1, 0, 0]);
});

test("what does not open, or carries anything else, is closed; and all with the connection in use", async () => {
	const { lanes, made, open, clock, added, life } = laneSide(true);
	lanes.handle(wanted);
	const [one, two, three] = made;
	if (one) one.channel.readyState = "open";
	one?.channel.dispatchEvent(new Event("open"));
	expect(added).toEqual([one?.channel]);
	two?.dispatchEvent(new Event("datachannel"));
	expect(two?.signalingState).toBe("closed");
	clock.pass(16_000);
	expect(three?.signalingState).toBe("closed");
	expect(open()).toContain(one);
	life.abort();
	expect(open()).toEqual([]);
});
