// Perfect negotiation over the control channel: everything after the first connection (media, restarts).
// Works on one message at a time; what the other side sends must carry the identity we connected to.

import { createQueue } from "../lib/queue.ts";
import type { ControlMessage } from "../wire/control.ts";
import { withSetup } from "./remote.ts";
import { identityOf } from "./roles.ts";

export type Agreement = {
	readonly isPolite: boolean;
	readonly isClient: boolean;
	readonly theirFingerprint: string;
};

export type Negotiation = {
	start(): void;
	handle(message: ControlMessage & { type: "description" | "candidate" }): void;
	restart(): void;
};

export function createNegotiation(
	connection: RTCPeerConnection,
	agreement: Agreement,
	send: (message: ControlMessage) => void,
	onOffer: () => void,
	lifetime: AbortSignal,
): Negotiation {
	let isOffering = false;
	let didIgnoreOffer = false;
	// A description that the browser refuses leaves things as they were; the call goes on without it.
	const enqueue = createQueue(() => {});

	const sendLocal = () => {
		const local = connection.localDescription;
		if (local && (local.type === "offer" || local.type === "answer"))
			send({ type: "description", kind: local.type, sdp: local.sdp });
	};

	const offer = async () => {
		if (lifetime.aborted) return;
		isOffering = true;
		try {
			await connection.setLocalDescription();
			sendLocal();
		} finally {
			isOffering = false;
		}
	};

	const handleDescription = async (kind: "offer" | "answer", sdp: string) => {
		if (identityOf(sdp)?.fingerprint !== agreement.theirFingerprint) return;
		const doCollide =
			kind === "offer" &&
			(isOffering || connection.signalingState !== "stable");
		didIgnoreOffer = doCollide && !agreement.isPolite;
		if (didIgnoreOffer) return;
		if (kind === "answer" && connection.signalingState !== "have-local-offer")
			return;
		await connection.setRemoteDescription({
			type: kind,
			// Firefox answers a restart with the wrong role if its own was passive, and Chromium then
			// refuses ("Failed to set SSL role"). The role was settled by the codes and never changes.
			sdp:
				kind === "answer"
					? withSetup(sdp, agreement.isClient ? "passive" : "active")
					: sdp,
		});
		if (kind === "answer") return;
		onOffer();
		await connection.setLocalDescription();
		sendLocal();
	};

	const handleCandidate = async (candidate: string, mid: string) => {
		try {
			await connection.addIceCandidate({ candidate, sdpMid: mid });
		} catch (error) {
			// Candidates of an offer that was ignored have nothing to belong to.
			if (!didIgnoreOffer) throw error;
		}
	};

	return {
		start() {
			connection.addEventListener(
				"negotiationneeded",
				() => offer().catch(() => {}),
				{ signal: lifetime },
			);
			connection.addEventListener(
				"icecandidate",
				({ candidate }) => {
					if (!candidate?.candidate || candidate.sdpMid === null) return;
					send({
						type: "candidate",
						candidate: candidate.candidate,
						mid: candidate.sdpMid,
					});
				},
				{ signal: lifetime },
			);
		},
		handle(message) {
			enqueue(() =>
				message.type === "description"
					? handleDescription(message.kind, message.sdp)
					: handleCandidate(message.candidate, message.mid),
			);
		},
		restart() {
			connection.restartIce();
		},
	};
}
