// What the two devices settle over the open channel: media, restarts, being there, saying goodbye.
// Everything that comes in has passed the parser of wire/control.ts.

import {
	type ControlMessage,
	protocolVersion,
	readControl,
	type SwitchedOn,
	writeControl,
} from "../wire/control.ts";
import type { VerifyMessage } from "../wire/verify.ts";
import { discreetly, type Scope } from "./discretion.ts";
import { createHeartbeat, type Heartbeat } from "./heartbeat.ts";
import { heedful } from "./heed.ts";
import type { LaneMessage } from "./lanes.ts";
import { createLines, type Lines } from "./media-lines.ts";
import {
	type Agreement,
	createNegotiation,
	type Negotiation,
} from "./negotiate.ts";
import { createOutlet, type SessionPlatform } from "./rtc.ts";
import {
	createNegotiationThrottle,
	floodRules,
	withThrottle,
} from "./throttle.ts";
import { wireOf } from "./wires.ts";

export type TheirMedia = SwitchedOn;

/** What comes of it, for whoever holds the link. */
export type InBandEvents = {
	heardMedia(media: TheirMedia): void;
	heardName(name: string): void;
	heardSpare(code: string): void;
	heardVerify(message: VerifyMessage): void;
	heardLane(message: LaneMessage): void;
	heardBye(): void;
	/** More than anybody can want to say; it has been dropped. */
	heardFlood(): void;
	heardNothing(): void;
	heardSomething(): void;
};

export type InBand = {
	readonly lines: Lines;
	say(message: ControlMessage): void;
	/** What this device has found so far is in the code; only what comes later must be said. */
	forgetFound(): void;
	greet(agreement: Agreement): void;
	restart(): void;
};

export function createInBand(
	connection: RTCPeerConnection,
	control: RTCDataChannel | null,
	platform: Pick<SessionPlatform, "ticker" | "now" | "createStream">,
	on: InBandEvents,
	scope: Scope,
	lifetime: AbortSignal,
): InBand {
	const pipe = createOutlet();
	const lines = createLines(connection, platform.createStream);
	let negotiation: Negotiation | null = null;
	let heart: Heartbeat | null = null;
	// Found after the code was written: they go to the other side as soon as there is a way.
	let late: readonly RTCIceCandidate[] = [];

	const say = (message: ControlMessage) => pipe.send(writeControl(message));

	const mySdp = () => connection.localDescription?.sdp ?? "";

	const sayDiscreetly = (message: ControlMessage) => {
		const told = discreetly(message, mySdp(), scope);
		if (told) say(told);
	};

	const sayCandidate = ({ candidate, sdpMid }: RTCIceCandidate) => {
		if (sdpMid !== null)
			sayDiscreetly({ type: "candidate", candidate, mid: sdpMid });
	};

	if (control) {
		const wire = wireOf(control);
		const { now } = platform;
		pipe.plug(
			withThrottle(wire, floodRules.control, now, on.heardFlood),
			lifetime,
		);
	}
	const mayNegotiate = createNegotiationThrottle(platform.now);
	pipe.onText((data) => {
		const message = readControl(data);
		// An unknown message of a newer version, or a broken one, changes nothing.
		if (!message.ok) return;
		heart?.hear();
		on.heardSomething();
		switch (message.value.type) {
			case "hello":
			case "beat":
				return;
			case "description":
			case "candidate":
			case "refused":
			case "wish": {
				if (!mayNegotiate(message.value.type)) return;
				const heeded = heedful(message.value, mySdp(), scope);
				if (heeded) negotiation?.handle(heeded);
				return;
			}
			case "media": {
				const { type: _, ...media } = message.value;
				on.heardMedia(media);
				return;
			}
			case "name":
				on.heardName(message.value.name);
				return;
			case "spare":
				on.heardSpare(message.value.code);
				return;
			case "lane":
				if (mayNegotiate("lane")) on.heardLane(message.value);
				return;
			case "verify":
				on.heardVerify(message.value.body);
				return;
			case "bye":
				on.heardBye();
		}
	});

	connection.addEventListener(
		"icecandidate",
		({ candidate }) => {
			if (!candidate?.candidate) return;
			if (negotiation) sayCandidate(candidate);
			else late = [...late, candidate];
		},
		{ signal: lifetime },
	);

	return {
		lines,
		say,
		forgetFound() {
			late = [];
		},
		greet(agreement) {
			say({ type: "hello", version: protocolVersion });
			negotiation = createNegotiation(
				connection,
				agreement,
				sayDiscreetly,
				lines.adopt,
				platform.now,
				lifetime,
			);
			for (const candidate of late) sayCandidate(candidate);
			heart = createHeartbeat(
				platform.ticker,
				platform.now,
				() => say({ type: "beat" }),
				on.heardNothing,
				lifetime,
			);
			if (agreement.isLeading) lines.open();
		},
		restart() {
			negotiation?.restart();
			heart?.doubt();
		},
	};
}
