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

export type Shaken = {
	readonly states: readonly string[];
	readonly connectionStates: readonly string[];
	/** Lines in use, as each side sees them. */
	readonly lines: readonly string[];
	readonly echo: string;
	readonly offers: number;
};

const directions: readonly RTCRtpTransceiverDirection[] = [
	"sendrecv",
	"recvonly",
	"sendonly",
	"inactive",
];

const echo = "still there";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** What a hostile or broken page might send in between. */
const nonsense: readonly ControlMessage[] = [
	{ type: "description", kind: "answer", sdp: "v=0\r\n", round: 3 },
	{ type: "description", kind: "offer", sdp: "v=0\r\n", round: 3 },
	{ type: "candidate", candidate: "candidate:x", mid: "99" },
	{ type: "refused", round: 999 },
];

async function connect() {
	const sides = [
		new RTCPeerConnection({ bundlePolicy: "max-bundle" }),
		new RTCPeerConnection({ bundlePolicy: "max-bundle" }),
	] as const;
	const [one, other] = sides;
	const channels = sides.map((side) =>
		side.createDataChannel("control", { negotiated: true, id: 0 }),
	);
	for (const [from, to] of [
		[one, other],
		[other, one],
	] as const)
		from.onicecandidate = ({ candidate }) =>
			void to.addIceCandidate(candidate ?? undefined).catch(() => {});
	await one.setLocalDescription();
	await other.setRemoteDescription(
		one.localDescription as RTCSessionDescription,
	);
	await other.setLocalDescription();
	await one.setRemoteDescription(
		other.localDescription as RTCSessionDescription,
	);
	while (channels.some(({ readyState }) => readyState !== "open"))
		await pause(20);
	for (const side of sides) side.onicecandidate = null;
	return { sides, channels };
}

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
	const { sides, channels } = await connect();
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
				isPolite: at === 0,
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
			if (type === "description" || type === "candidate" || type === "refused")
				negotiation.handle(message.value);
		});
		return { say, negotiation };
	});

	const isCalm = () =>
		sides.every(
			({ signalingState, connectionState }) =>
				signalingState === "stable" && connectionState === "connected",
		);
	const calm = async () => {
		for (let count = 0; count < 5; count = isCalm() ? count + 1 : 0)
			await pause(50);
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

	for (const kind of ["audio", "video"]) sides[1].addTransceiver(kind);
	for (let step = 0; step < plan.steps; step += 1) {
		act(random(2));
		// Now and then both in the same moment.
		if (random(3) === 0) act(random(2));
		if (random(2) === 0) await pause(random(60));
	}
	for (let count = 0; count < plan.restarts; count += 1) {
		await calm();
		await pause(1_000);
		restart(random(2));
	}
	await calm();

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
	};
	life.abort();
	for (const side of sides) side.close();
	return shaken;
}
