import { expect, test } from "vitest";
import {
	createNegotiation,
	type NegotiationMessage,
} from "../../src/peer/negotiate.ts";
import type { ControlMessage } from "../../src/wire/control.ts";

const sdpOf = (print: string, note = "") =>
	`v=0\r\na=ice-ufrag:aB3+\r\na=ice-pwd:0123456789012345678901\r\na=fingerprint:sha-256 ${print}\r\na=setup:actpass\r\ns=${note}\r\n`;

const offer = (
	round: number,
	print = "AA:BB",
): NegotiationMessage & { readonly type: "description" } => ({
	type: "description",
	kind: "offer",
	round,
	sdp: sdpOf(print, `offer ${round}`),
});

/** What the real one does with these is in browser/negotiation.long. */
function side(isLeading: boolean) {
	const doings: string[] = [];
	const said: ControlMessage[] = [];
	let now = 10_000;
	const connection = Object.assign(new EventTarget(), {
		signalingState: "stable",
		localDescription: { type: "offer", sdp: sdpOf("CC:DD") },
		async setRemoteDescription({ sdp = "" }) {
			doings.push(/s=(.*)\r/.exec(sdp)?.[1] ?? "");
		},
		async setLocalDescription() {},
		async createAnswer() {
			return { type: "answer", sdp: sdpOf("CC:DD") };
		},
		restartIce: () => void doings.push("restart"),
	});
	const life = new AbortController();
	const negotiation = createNegotiation(
		connection as unknown as RTCPeerConnection,
		{ isLeading, isClient: false, theirFingerprint: "SHA-256 AA:BB" },
		(message) => void said.push(message),
		() => {},
		() => now,
		life.signal,
	);
	return {
		...{ negotiation, connection, doings, said },
		pass: (ms: number) => {
			now += ms;
		},
	};
}

const settled = () => new Promise((done) => setTimeout(done, 0));
const brief = (said: readonly ControlMessage[]) =>
	said.map((one) =>
		one.type === "description"
			? `${one.kind} ${one.round}`
			: one.type === "wish"
				? `wish ${one.restart} ${one.round}`
				: one.type,
	);

test("who follows makes no offer, but asks for one", async () => {
	const { negotiation, connection, said } = side(false);
	negotiation.handle(offer(4));
	await settled();
	connection.dispatchEvent(new Event("negotiationneeded"));
	negotiation.restart();
	await settled();
	expect(brief(said)).toEqual(["answer 4", "wish false 4", "wish true 4"]);
});

test("of offers that come at once only the last is answered", async () => {
	const { negotiation, said } = side(false);
	for (const round of [1, 2, 3]) negotiation.handle(offer(round));
	await settled();
	expect(brief(said)).toEqual(["answer 3"]);
});

test("an offer that is not theirs changes nothing, whatever number it has", async () => {
	const { negotiation, doings, said } = side(false);
	negotiation.handle(offer(1));
	negotiation.handle(offer(999_999, "EE:FF"));
	await settled();
	negotiation.handle(offer(2));
	await settled();
	expect(doings).toEqual(["offer 1", "offer 2"]);
	expect(brief(said)).toEqual(["answer 1", "answer 2"]);
});

test("an offer that has crossed the wish for it grants it; one that was seen before does not", async () => {
	const { negotiation, doings, said, pass } = side(true);
	negotiation.restart();
	await settled();
	pass(5_000);
	negotiation.handle({ type: "wish", restart: true, round: 0 });
	await settled();
	expect(brief(said)).toEqual(["offer 1"]);
	negotiation.handle({ type: "wish", restart: true, round: 1 });
	negotiation.handle({ type: "wish", restart: false, round: 2 });
	await settled();
	expect(brief(said)).toEqual(["offer 1", "offer 2", "offer 3"]);
	expect(doings).toEqual(["restart", "restart"]);
});
