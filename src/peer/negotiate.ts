// Everything that is settled over the control channel after the first connection (media, restarts). One of the two leads
// and makes every offer, the other asks for one; what they send must carry the identity we connected to.

import { createQueue } from "../lib/queue.ts";
import type { ControlMessage } from "../wire/control.ts";
import { withSetup, withSmallMessages } from "./remote.ts";
import { identityOf, isPlain } from "./roles.ts";
import { withSoundWishes } from "./sound-wishes.ts";

export type Agreement = {
	/**
	 * Where both may offer, one of them has to take its offer back whenever two cross; and a Chromium (156) that has
	 * taken one back decodes their pictures and shows none of them any more, for good.
	 */
	readonly isLeading: boolean;
	readonly isClient: boolean;
	readonly theirFingerprint: string;
};

type Of<T> = ControlMessage & { readonly type: T };

export type NegotiationMessage = Of<
	"description" | "candidate" | "refused" | "wish"
>;

export type Negotiation = {
	handle(message: NegotiationMessage): void;
	restart(): void;
};

// What they refuse once they will refuse again; a browser would offer it for ever.
const maxRefusals = 3;

// Firefox loses its DTLS connection over restarts that follow each other within a few hundredths of a second.
const restartGapMs = 1_000;

export function createNegotiation(
	connection: RTCPeerConnection,
	agreement: Agreement,
	send: (message: ControlMessage) => void,
	onOffer: () => void,
	now: () => number,
	lifetime: AbortSignal,
): Negotiation {
	// Counts the offers: of the one who leads those made, of the other those seen.
	let round = 0;
	let restartRound = 0;
	/** The last that came, of those that are theirs. */
	let newest: NegotiationMessage | null = null;
	let refusals = 0;
	let restartedAt = Number.NEGATIVE_INFINITY;
	// A description that the browser refuses leaves things as they were; the call goes on without it.
	const enqueue = createQueue(() => {});

	const describe = (kind: "offer" | "answer", sdp = "") =>
		send({ type: "description", kind, sdp: withSmallMessages(sdp), round });

	// Where one has not been answered yet, the new one takes its place: taking that back would cost the pictures.
	const offer = async () => {
		if (lifetime.aborted || refusals >= maxRefusals) return;
		await connection.setLocalDescription();
		round += 1;
		describe("offer", connection.localDescription?.sdp);
	};

	const offerRestart = async () => {
		refusals = 0;
		restartedAt = now();
		connection.restartIce();
		await offer();
		restartRound = round;
	};

	const tryAgain = async () => {
		refusals += 1;
		if (refusals < maxRefusals) return offer();
		if (connection.signalingState === "have-local-offer")
			await connection.setLocalDescription({ type: "rollback" });
	};

	const mayRestart = () => now() - restartedAt >= restartGapMs;

	const grant = async (wish: Of<"wish">) => {
		// What was offered since and has crossed the wish is as good: its answer tells all that they want.
		if ((wish.restart ? restartRound : round) > wish.round) return;
		if (!wish.restart) return offer();
		if (mayRestart()) await offerRestart();
	};

	const ask = (restart: boolean) => send({ type: "wish", restart, round });

	const handleOffer = async (message: Of<"description">) => {
		// After a while without a path several come at once. Only the answer to the last counts, and a Firefox may lose the
		// connection over restarts that follow each other at once.
		if (message !== newest) return;
		({ round } = message);
		try {
			await connection.setRemoteDescription({
				type: "offer",
				sdp: withSoundWishes(message.sdp),
			});
			if (message !== newest) return;
			onOffer();
			// Said before it is so: a Firefox in control of the search goes over to the new path as soon as it has found one,
			// and one that has not heard the answer yet does not listen there.
			const answer = await connection.createAnswer();
			describe("answer", answer.sdp);
			await connection.setLocalDescription(answer);
		} catch {
			if (connection.signalingState === "have-remote-offer")
				await connection.setRemoteDescription({ type: "rollback", sdp: "" });
			send({ type: "refused", round });
		}
	};

	const handleAnswer = async (sdp: string) => {
		if (connection.signalingState !== "have-local-offer") return;
		try {
			await connection.setRemoteDescription({
				type: "answer",
				// Firefox answers a restart with the wrong role if its own was passive, and Chromium then
				// refuses ("Failed to set SSL role"). The role was settled by the codes and never changes.
				sdp: withSoundWishes(
					withSetup(sdp, agreement.isClient ? "passive" : "active"),
				),
			});
			refusals = 0;
		} catch {
			await tryAgain();
		}
	};

	const handleCandidate = ({ candidate, mid }: Of<"candidate">) =>
		connection.addIceCandidate({ candidate, sdpMid: mid });

	const lead = async (message: NegotiationMessage) => {
		if (message.type === "wish") return grant(message);
		if (message.type === "candidate") return handleCandidate(message);
		// What they say of an offer that another one has replaced no longer counts.
		if (message.round !== round) return;
		if (message.type === "refused") return tryAgain();
		if (message.kind === "answer") await handleAnswer(message.sdp);
	};

	const follow = async (message: NegotiationMessage) => {
		if (message.type === "candidate") return handleCandidate(message);
		if (message.type === "description" && message.kind === "offer")
			await handleOffer(message);
	};

	connection.addEventListener(
		"negotiationneeded",
		() => (agreement.isLeading ? enqueue(offer) : ask(false)),
		{ signal: lifetime },
	);

	return {
		handle(message) {
			if (message.type === "description") {
				const isTheirs =
					identityOf(message.sdp)?.fingerprint === agreement.theirFingerprint &&
					isPlain(message.sdp, ["fingerprint"]);
				if (!isTheirs) return;
				if (message.kind === "offer") newest = message;
			}
			enqueue(async () => {
				if (lifetime.aborted) return;
				await (agreement.isLeading ? lead(message) : follow(message));
			});
		},
		restart() {
			// Whoever still needs it asks again.
			if (!mayRestart()) return;
			restartedAt = now();
			if (agreement.isLeading) enqueue(offerRestart);
			else ask(true);
		},
	};
}
