// Perfect negotiation over the control channel: everything after the first connection (media, restarts).
// Works on one message at a time; what the other side sends must carry the identity we connected to.

import { createQueue } from "../lib/queue.ts";
import type { ControlMessage } from "../wire/control.ts";
import { withSetup, withSmallMessages } from "./remote.ts";
import { identityOf } from "./roles.ts";
import { withSoundWishes } from "./sound-wishes.ts";

export type Agreement = {
	readonly isPolite: boolean;
	readonly isClient: boolean;
	readonly theirFingerprint: string;
};

export type NegotiationMessage = ControlMessage & {
	readonly type: "description" | "candidate" | "refused";
};

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
	let isOffering = false;
	/** The round of their offer that gave way to mine. */
	let ignored: number | null = null;
	// An answer to an offer that was taken back meanwhile is told by its number.
	let round = 0;
	let refusals = 0;
	let restartedAt = Number.NEGATIVE_INFINITY;
	// A description that the browser refuses leaves things as they were; the call goes on without it.
	const enqueue = createQueue(() => {});

	const sendLocal = (answered: number) => {
		const local = connection.localDescription;
		if (local?.type === "offer" || local?.type === "answer")
			send({
				type: "description",
				kind: local.type,
				sdp: withSmallMessages(local.sdp),
				round: answered,
			});
	};

	const offer = async () => {
		if (lifetime.aborted || refusals >= maxRefusals) return;
		isOffering = true;
		try {
			await connection.setLocalDescription();
			// The browser may have answered instead, had their offer come in between.
			if (connection.signalingState !== "have-local-offer") return;
			round += 1;
			sendLocal(round);
		} finally {
			isOffering = false;
		}
	};

	const takeBack = async () => {
		if (connection.signalingState === "have-local-offer")
			await connection.setLocalDescription({ type: "rollback" });
	};

	const handleOffer = async (sdp: string, theirRound: number) => {
		const doCollide = isOffering || connection.signalingState !== "stable";
		ignored = doCollide && !agreement.isPolite ? theirRound : null;
		if (ignored !== null) return;
		try {
			await connection.setRemoteDescription({
				type: "offer",
				sdp: withSoundWishes(sdp),
			});
			onOffer();
			await connection.setLocalDescription();
		} catch {
			if (connection.signalingState === "have-remote-offer")
				await connection.setRemoteDescription({ type: "rollback", sdp: "" });
			send({ type: "refused", round: theirRound });
			return;
		}
		sendLocal(theirRound);
	};

	const handleAnswer = async (sdp: string, answered: number) => {
		if (connection.signalingState !== "have-local-offer" || answered !== round)
			return;
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
			refusals += 1;
			await takeBack();
		}
	};

	const handleCandidate = async (candidate: string, mid: string) => {
		try {
			await connection.addIceCandidate({ candidate, sdpMid: mid });
		} catch (error) {
			// Candidates of an offer that was ignored have nothing to belong to.
			if (ignored === null) throw error;
		}
	};

	connection.addEventListener(
		"negotiationneeded",
		() => offer().catch(() => {}),
		{ signal: lifetime },
	);

	return {
		handle(message) {
			enqueue(async () => {
				if (lifetime.aborted) return;
				if (message.type === "candidate")
					return handleCandidate(message.candidate, message.mid);
				if (message.type === "refused") {
					if (message.round !== round) return;
					refusals += 1;
					await takeBack();
					// Theirs gave way to mine, which has come to nothing: they must not wait for an answer to it.
					if (ignored !== null) send({ type: "refused", round: ignored });
					ignored = null;
					return;
				}
				const theirs = identityOf(message.sdp)?.fingerprint;
				if (theirs !== agreement.theirFingerprint) return;
				return message.kind === "offer"
					? handleOffer(message.sdp, message.round)
					: handleAnswer(message.sdp, message.round);
			});
		},
		restart() {
			// Whoever still needs it asks again.
			if (now() - restartedAt < restartGapMs) return;
			restartedAt = now();
			enqueue(async () => {
				refusals = 0;
				connection.restartIce();
				// An offer that has not been answered went into a path that may be gone, with the addresses of a
				// network that may be gone as well. Another one takes its place (taking it back instead would
				// number its lines anew, and the other side may have applied it); the browser asks for none.
				if (connection.signalingState === "have-local-offer") await offer();
			});
		},
	};
}
