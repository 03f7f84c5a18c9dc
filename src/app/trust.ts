// What is known of who is at the other end, and how the two find out more. Claims nothing that has not been verified;
// whatever an honest device never does ends the session.

import {
	signal as cell,
	computed,
	effect,
	type ReadonlySignal,
	untracked,
} from "@preact/signals-core";
import type { ReadCode } from "../codec/code.ts";
import type { Introduction, Met, Party } from "../peer/introduction.ts";
import { partyOf } from "../peer/introduction.ts";
import {
	begin,
	type Exchange,
	receive,
	resume,
	type Step,
} from "../verify/exchange.ts";
import { sha256 } from "../verify/hkdf.ts";
import { nonceBytes } from "../verify/number.ts";
import { type VerifyMessage, verifyVersion } from "../wire/verify.ts";
import type { Platform } from "./platform.ts";

export type Standing =
	/** another tool: there is nothing to verify with */
	| "foreign"
	/** their half of the digits has not come yet */
	| "waiting"
	/** nor within a time in which every Pigeon answers */
	| "silent"
	/** the digits are there; nobody has said anything about them */
	| "open"
	| "saidByMe"
	| "saidByThem"
	/** both have said that they see the same digits */
	| "compared"
	/** each of the two has read the other's screen with the camera */
	| "inPerson"
	/** the call before was verified, and their code of this one came over it */
	| "asBefore";

export type Trust = {
	readonly standing: ReadonlySignal<Standing>;
	readonly isVerified: ReadonlySignal<boolean>;
	readonly digits: ReadonlySignal<string | null>;
	/** Whether the digits can still be compared. */
	readonly isAsking: ReadonlySignal<boolean>;
	saySame(): void;
	sayDifferent(): void;
};

const verified: readonly Standing[] = ["compared", "inPerson", "asBefore"];

/** Codes of theirs that nobody else can have put there. */
export type Seen = {
	/** What my own camera has read, if it has. */
	readonly scanned: ReadCode | null;
	/** What came over the line of a call before that was verified, if it did. */
	readonly vouched: ReadCode | null;
};

const silentMs = 10_000;

/** Null where the code names another kind of sum than the one we make. */
function isShown(certificate: Uint8Array, fingerprint: string): boolean | null {
	const [kind, named] = fingerprint.split(" ");
	if (kind !== "SHA-256") return null;
	const sum = Array.from(sha256(certificate), (byte) =>
		byte.toString(16).padStart(2, "0"),
	);
	return sum.join(":").toUpperCase() === named;
}

const isSameParty = (one: Party, other: Party): boolean =>
	one.fingerprint === other.fingerprint &&
	one.userName === other.userName &&
	one.password === other.password;

/** Once the two have met. */
export function createTrust(
	platform: Pick<Platform, "ticker" | "randomBytes">,
	introduction: Introduction,
	met: Met,
	{ scanned, vouched }: Seen,
	lifetime: AbortSignal,
): Trust {
	const digits = cell<string | null>(null);
	const isSilent = cell(false);
	const didISay = cell(false);
	const didTheySay = cell(false);
	const didTheyScan = cell(false);
	let exchange: Exchange | null = null;

	// I have seen their fingerprint on the very screen before me: nobody can have put another one there on the way, and
	// the browser lets nobody but its owner in. So what comes over this channel is their word, also that they have
	// scanned mine. Somebody in between could only say it to whom they have shown a screen of their own, and a liar at
	// the other end deceives nobody about whom I filmed. The mark says: the device that I filmed, and theirs likewise.
	const isTheirs = (code: ReadCode | null) =>
		met.is === "member" &&
		code !== null &&
		isSameParty(partyOf(code.sdp), met.them);
	const didIScan = isTheirs(scanned);
	// On a line with nobody in between, nobody can have put another certificate into the code on its way. The line was
	// that of the device that was verified; whether its owner is honest no digits tell either.
	const isVouched = isTheirs(vouched);

	const take = (step: Step) => {
		exchange = step.exchange;
		digits.value = exchange.digits;
		for (const message of step.say) introduction.say(message);
	};

	const handle = (message: VerifyMessage) => {
		if (!exchange) return;
		if (message.step === "scanned") {
			didTheyScan.value = true;
			return;
		}
		if (message.step === "compared") {
			if (!message.isSame) introduction.end("theyDiffered");
			// About digits that they cannot have yet nobody honest says anything.
			else if (digits.value === null) introduction.end("alarmed");
			else didTheySay.value = true;
			return;
		}
		const step = receive(exchange, message);
		if (step.ok) take(step.value);
		else introduction.end("alarmed");
	};

	const open = () => {
		const certificate = introduction.certificate();
		if (met.is === "foreign") return;
		if (certificate && isShown(certificate, met.them.fingerprint) === false)
			return introduction.end("otherCertificate");
		if (exchange) take(resume(exchange));
		else {
			const begun = begin({
				role: met.isClient ? "client" : "server",
				me: met.me,
				them: met.them,
				version: verifyVersion,
				nonce: platform.randomBytes(nonceBytes),
			});
			if (!begun.ok) return introduction.end("alarmed");
			take(begun.value);
		}
		if (didIScan) introduction.say({ step: "scanned" });
		if (didISay.value) introduction.say({ step: "compared", isSame: true });
	};

	const stop = effect(() => {
		if (introduction.linkCount.value > 0) untracked(open);
	});
	lifetime.addEventListener("abort", stop);
	introduction.onMessage((message) => lifetime.aborted || handle(message));
	platform.ticker.after(
		silentMs,
		() => {
			isSilent.value = true;
		},
		lifetime,
	);

	const standing = computed<Standing>(() => {
		if (met.is === "foreign") return "foreign";
		if (didIScan && didTheyScan.value) return "inPerson";
		if (didISay.value && didTheySay.value) return "compared";
		if (isVouched) return "asBefore";
		if (digits.value === null) return isSilent.value ? "silent" : "waiting";
		if (didISay.value) return "saidByMe";
		return didTheySay.value ? "saidByThem" : "open";
	});

	return {
		standing,
		isVerified: computed(() => verified.includes(standing.value)),
		digits,
		isAsking: computed(() => digits.value !== null && !didISay.value),
		saySame() {
			if (digits.value === null || didISay.value) return;
			didISay.value = true;
			introduction.say({ step: "compared", isSame: true });
		},
		sayDifferent() {
			introduction.say({ step: "compared", isSame: false });
			introduction.end("differed");
		},
	};
}
