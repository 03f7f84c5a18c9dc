// What the two devices settle over the open channel: media, restarts, saying goodbye.
// Everything that comes in has passed the parser of wire/control.ts.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import {
	type ControlMessage,
	protocolVersion,
	readControl,
	writeControl,
} from "../wire/control.ts";
import { createLines, type Lines } from "./media-lines.ts";
import {
	type Agreement,
	createNegotiation,
	type Negotiation,
} from "./negotiate.ts";
import { createPipe } from "./rtc.ts";

export type TheirMedia = {
	readonly microphone: boolean;
	readonly camera: boolean;
};

export type InBand = {
	readonly theirMedia: ReadonlySignal<TheirMedia>;
	readonly theirTracks: ReadonlySignal<readonly MediaStreamTrack[]>;
	readonly carry: Lines["carry"];
	say(message: ControlMessage): void;
	greet(agreement: Agreement): void;
	restart(): void;
};

export function createInBand(
	connection: RTCPeerConnection,
	control: RTCDataChannel,
	onBye: () => void,
	lifetime: AbortSignal,
): InBand {
	const pipe = createPipe(control, lifetime);
	const lines = createLines(connection);
	const theirMedia = cell<TheirMedia>({ microphone: false, camera: false });
	const theirTracks = cell<readonly MediaStreamTrack[]>([]);
	let negotiation: Negotiation | null = null;

	const say = (message: ControlMessage) => pipe.send(writeControl(message));

	pipe.onText((data) => {
		const message = readControl(data);
		// An unknown message of a newer version, or a broken one, changes nothing.
		if (!message.ok) return;
		switch (message.value.type) {
			case "hello":
				return;
			case "description":
			case "candidate":
				negotiation?.handle(message.value);
				return;
			case "media":
				theirMedia.value = {
					microphone: message.value.microphone,
					camera: message.value.camera,
				};
				return;
			case "bye":
				onBye();
		}
	});

	connection.addEventListener(
		"track",
		({ track }) => {
			if (!theirTracks.value.includes(track))
				theirTracks.value = [...theirTracks.value, track];
		},
		{ signal: lifetime },
	);

	return {
		theirMedia,
		theirTracks,
		carry: lines.carry,
		say,
		greet(agreement) {
			say({ type: "hello", version: protocolVersion });
			negotiation = createNegotiation(
				connection,
				agreement,
				say,
				lines.adopt,
				lifetime,
			);
			negotiation.start();
			if (!agreement.isPolite) lines.open();
		},
		restart: () => negotiation?.restart(),
	};
}
