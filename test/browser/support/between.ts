// Runs inside a browser: somebody in between, with a connection to each of two who believe to be connected with each
// other. Passes on what they write, and tries to make their digits equal.

import { begin, type Exchange, receive } from "../../../src/verify/exchange.ts";
import { digitsOf, promiseOf } from "../../../src/verify/number.ts";
import type { Role, Transcript } from "../../../src/verify/transcript.ts";
import { readControl, writeControl } from "../../../src/wire/control.ts";
import { type VerifyMessage, verifyVersion } from "../../../src/wire/verify.ts";
import { bombs } from "./bombs.ts";
import {
	type ChannelName,
	createPeer,
	type Peer,
	pause,
} from "./hostile-peer.ts";

export { bombs, createPeer, pause };

/** How it meets the check. */
export type Manner =
	/** passes their messages on, as if they spoke with each other */
	| "relaying"
	/** keeps to the rules with each of the two */
	| "honest"
	/** promises anything, sees both numbers, and then looks for its own until the digits are equal */
	| "grinding";

export type Between = {
	/** Towards whom has made an invite: gives the reply. */
	answer(invite: string): Promise<string>;
	/** Towards the other: gives an invite, and takes the reply. */
	invite(): Promise<string>;
	accept(reply: string): Promise<void>;
	/** Whether it has found numbers that would make the digits equal, where it looked for them. */
	hasFound(): boolean | null;
};

const hex = (bytes: Uint8Array) =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const unhex = (text: string) =>
	Uint8Array.from(text.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
const random = () => crypto.getRandomValues(new Uint8Array(32));

type Leg = { readonly peer: Peer; readonly role: Role };

const transcriptOf = ({ peer, role }: Leg): Transcript => {
	const me = { ...peer.me(), version: verifyVersion };
	const them = { ...peer.them(), version: verifyVersion };
	return role === "client"
		? { client: me, server: them }
		: { client: them, server: me };
};

const digitsWith = (leg: Leg, mine: Uint8Array, theirs: Uint8Array) =>
	digitsOf(
		transcriptOf(leg),
		leg.role === "client"
			? { client: mine, server: theirs }
			: { client: theirs, server: mine },
	);

/** Two birthdays among 10^8 days: thirty thousand guests on each side are enough. */
export function grind(
	legs: readonly [Leg, Leg],
	theirs: readonly [Uint8Array, Uint8Array],
	guests = 30_000,
): readonly [Uint8Array, Uint8Array] | null {
	const seen = new Map<string, Uint8Array>();
	for (let count = 0; count < guests; count += 1) {
		const mine = random();
		seen.set(digitsWith(legs[0], mine, theirs[0]), mine);
	}
	for (let count = 0; count < guests; count += 1) {
		const mine = random();
		const match = seen.get(digitsWith(legs[1], mine, theirs[1]));
		if (match) return [match, mine];
	}
	return null;
}

export async function createBetween(manner: Manner): Promise<Between> {
	// Whoever answers is the server of the handshake, whoever takes a reply in its client.
	const legs: readonly [Leg, Leg] = [
		{ peer: await createPeer(), role: "server" },
		{ peer: await createPeer(), role: "client" },
	];
	const exchanges: (Exchange | null)[] = [null, null];
	const shown: (Uint8Array | null)[] = [null, null];
	let found: boolean | null = null;
	// One of the two may be connected before the other is.
	const ready = legs.map(({ peer }) => peer.opened());
	const pass = (at: number, name: ChannelName, text: string) =>
		void ready[at]?.then(() => legs[at]?.peer.channels[name].send(text));
	const say = (at: number, body: VerifyMessage) =>
		pass(at, "control", writeControl({ type: "verify", body }));

	const finish = () => {
		const [one, other] = shown;
		if (!one || !other || found !== null) return;
		const match = grind(legs, [one, other]);
		found = match !== null;
		for (const at of [0, 1] as const)
			say(at, { step: "reveal", nonce: hex(match?.[at] ?? random()) });
	};

	const handle = (at: 0 | 1, body: VerifyMessage) => {
		if (manner === "relaying") return say(1 - at, body);
		const exchange = exchanges[at];
		if (manner === "honest" && exchange) {
			if (body.step !== "commit" && body.step !== "reveal") return;
			const step = receive(exchange, body);
			if (!step.ok) return;
			exchanges[at] = step.value.exchange;
			for (const one of step.value.say) say(at, one);
		}
		if (manner === "grinding" && body.step === "reveal") {
			shown[at] = unhex(body.nonce);
			finish();
		}
	};

	for (const at of [0, 1] as const) {
		const { peer, role } = legs[at];
		peer.channels.chat.addEventListener("message", ({ data }) =>
			pass(1 - at, "chat", data),
		);
		peer.channels.control.addEventListener("message", ({ data }) => {
			const message = readControl(data);
			if (!message.ok) return;
			const { value } = message;
			if (value.type === "verify") handle(at, value.body);
			if (value.type === "media" || value.type === "beat")
				pass(1 - at, "control", data);
		});
		peer.channels.control.addEventListener("open", () => {
			if (manner === "grinding") {
				const sum = hex(promiseOf(role, random()));
				say(at, { step: "commit", version: verifyVersion, sum });
			}
			if (manner !== "honest") return;
			const begun = begin({
				role,
				me: peer.me(),
				them: peer.them(),
				version: verifyVersion,
				nonce: random(),
			});
			if (!begun.ok) return;
			exchanges[at] = begun.value.exchange;
			for (const one of begun.value.say) say(at, one);
		});
	}

	return {
		answer: (invite) => legs[0].peer.answer(invite),
		invite: () => legs[1].peer.invite(),
		accept: (reply) => legs[1].peer.accept(reply),
		hasFound: () => found,
	};
}
