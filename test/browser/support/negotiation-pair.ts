// Runs inside a browser: two real connections of one page, joined by the app's own negotiation, and shaken.

import { createNegotiation } from "../../../src/peer/negotiate.ts";
import { identityOf } from "../../../src/peer/roles.ts";
import { createOutlet } from "../../../src/peer/rtc.ts";
import { wireOf } from "../../../src/peer/wires.ts";
import {
	type ControlMessage,
	readControl,
	writeControl,
} from "../../../src/wire/control.ts";
import { connectTwo, pause } from "./joined.ts";
import { isMoving, movingPicture } from "./moving-picture.ts";

export type Shaken = {
	readonly states: readonly string[];
	readonly connectionStates: readonly string[];
	/** Lines in use, as each side sees them. */
	readonly lines: readonly string[];
	readonly echo: string;
	readonly offers: number;
	/** Whether each side sees the other's picture move. */
	readonly pictures: readonly boolean[];
};

const directions: readonly RTCRtpTransceiverDirection[] = [
	"sendrecv",
	"recvonly",
	"sendonly",
	"inactive",
];

const echo = "still there";

/** What a hostile or broken page might send in between. */
const nonsense: readonly ControlMessage[] = [
	{ type: "description", kind: "answer", sdp: "v=0\r\n", round: 3 },
	{ type: "description", kind: "offer", sdp: "v=0\r\n", round: 999_999 },
	{ type: "candidate", candidate: "candidate:x", mid: "99" },
	{ type: "refused", round: 999 },
	{ type: "wish", restart: false, round: 999 },
];

const calmLimitMs = 30_000;

const stateOf = (side: RTCPeerConnection) =>
	[
		side.signalingState,
		side.connectionState,
		side.iceConnectionState,
		side.iceGatheringState,
		side.sctp?.transport.state,
	].join(" ");

export type Plan = {
	readonly seed: number;
	/** Steps, each of them anything at all by anybody. */
	readonly steps: number;
	/** Whether restarts are among them. */
	readonly doRestart: boolean;
	/** Restarts afterwards, by one side or both at once. */
	readonly restarts: number;
};

export async function shake(plan: Plan): Promise<Shaken> {
	const { sides, channels } = await connectTwo();
	let state = plan.seed;
	const random = (below: number) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
	let offers = 0;
	const life = new AbortController();
	const says = sides.map((side, at) => {
		const pipe = createOutlet();
		const channel = channels[at];
		if (channel) pipe.plug(wireOf(channel), life.signal);
		const say = (message: ControlMessage) => pipe.send(writeControl(message));
		const theirs = sides[1 - at]?.localDescription?.sdp ?? "";
		const negotiation = createNegotiation(
			side,
			{
				isLeading: at === 1,
				// The first made the offer, so the second, who answered, is the client.
				isClient: at === 1,
				theirFingerprint: identityOf(theirs)?.fingerprint ?? "",
			},
			(message) => {
				if (message.type === "description" && message.kind === "offer")
					offers += 1;
				say(message);
			},
			() => {},
			Date.now,
			life.signal,
		);
		side.onicecandidate = ({ candidate }) => {
			if (candidate?.candidate && candidate.sdpMid !== null)
				say({
					type: "candidate",
					candidate: candidate.candidate,
					mid: candidate.sdpMid,
				});
		};
		pipe.onText((data) => {
			const message = readControl(data);
			if (!message.ok) return;
			const { type } = message.value;
			if (
				type === "description" ||
				type === "candidate" ||
				type === "refused" ||
				type === "wish"
			)
				negotiation.handle(message.value);
		});
		return { say, negotiation };
	});

	const isCalm = () =>
		sides.every(
			({ signalingState, connectionState }) =>
				signalingState === "stable" && connectionState === "connected",
		);
	const calm = async (about: string) => {
		const until = Date.now() + calmLimitMs;
		for (let count = 0; count < 5; count = isCalm() ? count + 1 : 0) {
			await pause(50);
			if (Date.now() > until)
				throw new Error(
					`after ${offers} offers, ${about}: ${sides.map(stateOf).join(" // ")}`,
				);
		}
	};

	const restart = (at: number) => {
		says[at]?.negotiation.restart();
		if (random(2) === 0) says[1 - at]?.negotiation.restart();
	};

	const act = (at: number): void => {
		const side = sides[at];
		const own = says[at];
		if (!side || !own) return;
		const lines = side.getTransceivers();
		const some = lines[random(Math.max(1, lines.length))];
		switch (random(6)) {
			case 0:
				// One side makes the lines; where both do, browsers trip over their own numbering.
				if (lines.length < 12 && at === 1)
					side.addTransceiver(random(2) === 0 ? "audio" : "video");
				return;
			case 1:
			case 2:
			case 3:
				if (some) some.direction = directions[random(4)] ?? "inactive";
				return;
			case 4:
				if (plan.doRestart) restart(at);
				return;
			default: {
				const bad = nonsense[random(nonsense.length)];
				if (bad) own.say(bad);
				return;
			}
		}
	};

	const all = <T>(what: (line: RTCRtpTransceiver) => T): readonly T[] =>
		sides.flatMap((side) =>
			side
				.getTransceivers()
				.filter(({ receiver }) => receiver.track.kind === "video")
				.slice(0, 1)
				.map(what),
		);
	const bothSee = async () => {
		for (const side of [...sides].reverse()) {
			for (const line of side.getTransceivers()) line.direction = "sendrecv";
			await pause(200);
			await calm("sending both ways");
		}
		return Promise.all(all(({ receiver }) => isMoving(receiver.track)));
	};

	for (const kind of ["audio", "video"]) sides[1].addTransceiver(kind);
	await calm("at first");
	await Promise.all(all(({ sender }) => sender.replaceTrack(movingPicture())));
	// A track that nobody has looked at yet would be set up only at the end.
	await bothSee();
	for (let step = 0; step < plan.steps; step += 1) {
		act(random(2));
		// Now and then both in the same moment.
		if (random(3) === 0) act(random(2));
		if (random(2) === 0) await pause(random(60));
	}
	for (let count = 0; count < plan.restarts; count += 1) {
		await calm(`restart ${count}`);
		await pause(1_000);
		restart(random(2));
	}
	await calm("at last");

	const heard = new Promise<string>((resolve) => {
		channels[1]?.addEventListener("message", ({ data }) => {
			// A last candidate may come before it.
			if (data === echo) resolve(data);
		});
	});
	channels[0]?.send(echo);
	const shaken = {
		states: sides.map(({ signalingState }) => signalingState),
		connectionStates: sides.map(({ connectionState }) => connectionState),
		lines: sides.map((side) =>
			side
				.getTransceivers()
				.filter(({ mid }) => mid !== null)
				.map(({ mid, receiver }) => `${mid}${receiver.track.kind}`)
				.sort()
				.join(" "),
		),
		echo: await heard,
		offers,
		pictures: await bothSee(),
	};
	life.abort();
	for (const side of sides) side.close();
	return shaken;
}
