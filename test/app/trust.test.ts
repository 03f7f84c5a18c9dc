// What the app claims about who is there: never more than was verified, whatever the other side says.

import { signal as cell } from "@preact/signals-core";
import { expect, test } from "vitest";
import { createTrust } from "../../src/app/trust.ts";
import type { ReadCode } from "../../src/codec/code.ts";
import type { Introduction, Met } from "../../src/peer/introduction.ts";
import type { Breach } from "../../src/peer/problem.ts";
import { sha256 } from "../../src/verify/hkdf.ts";
import type { VerifyMessage } from "../../src/wire/verify.ts";

const certificate = Uint8Array.of(1, 2, 3);
const fingerprint = `SHA-256 ${Buffer.from(sha256(certificate))
	.toString("hex")
	.toUpperCase()
	.replace(/(..)(?=.)/g, "$1:")}`;

const me = { fingerprint: "SHA-256 00", userName: "me", password: "mine" };
const them = { fingerprint, userName: "them", password: "theirs" };

const codeOf = (party: typeof them) =>
	({
		sdp: `a=fingerprint:${party.fingerprint}\r\na=ice-ufrag:${party.userName}\r\na=ice-pwd:${party.password}\r\n`,
	}) as ReadCode;

type End = {
	readonly hear: (message: VerifyMessage) => void;
	readonly said: readonly VerifyMessage[];
	readonly ended: readonly Breach[];
	readonly relink: (shown?: Uint8Array) => void;
	readonly trust: ReturnType<typeof createTrust>;
	readonly wait: () => void;
};

function end(
	met: Met,
	scanned: ReadCode | null = null,
	shown: Uint8Array | null = certificate,
	vouched: ReadCode | null = null,
): End {
	const said: VerifyMessage[] = [];
	const ended: Breach[] = [];
	const linkCount = cell(1);
	const alarms: (() => void)[] = [];
	let now = shown;
	let hear: (message: VerifyMessage) => void = () => {};
	const introduction: Introduction = {
		met: cell(met),
		linkCount,
		say: (message) => void said.push(message),
		onMessage(handle) {
			hear = handle;
		},
		certificate: () => now,
		end: (why) => void ended.push(why),
	};
	const trust = createTrust(
		{
			ticker: { every() {}, after: (_, run) => void alarms.push(run) },
			randomBytes: (count) => new Uint8Array(count).fill(met.is.length),
		},
		introduction,
		met,
		{ scanned, vouched },
		new AbortController().signal,
	);
	return {
		hear: (message) => hear(message),
		said,
		ended,
		relink(next) {
			now = next ?? now;
			linkCount.value += 1;
		},
		trust,
		wait() {
			for (const run of alarms) run();
		},
	};
}

const member = (isClient: boolean): Met =>
	isClient
		? { is: "member", isClient, me, them }
		: { is: "member", isClient, me: them, them: me };

/** Two ends, the first with my eyes; everything is carried until nothing is left. */
function pair(
	scanned: ReadCode | null = null,
	vouched: ReadCode | null = null,
) {
	const one = end(member(true), scanned, certificate, vouched);
	const other = end(member(false), null, null);
	const carried = [0, 0];
	const carry = () => {
		for (const [from, to, at] of [
			[one, other, 0],
			[other, one, 1],
		] as const)
			for (const message of from.said.slice(carried[at])) {
				carried[at] = (carried[at] ?? 0) + 1;
				to.hear(message);
			}
		if (carried[0] !== one.said.length || carried[1] !== other.said.length)
			carry();
	};
	carry();
	return { one, other, carry };
}

test("nothing is verified before both have said that they see the same", () => {
	const { one, other, carry } = pair();
	expect(one.trust.digits.value).toBe(other.trust.digits.value);
	expect(one.trust.standing.value).toBe("open");
	other.trust.saySame();
	carry();
	expect(one.trust.standing.value).toBe("saidByThem");
	one.trust.saySame();
	carry();
	expect(one.trust.standing.value).toBe("compared");
	expect(other.trust.standing.value).toBe("compared");
	expect([...one.ended, ...other.ended]).toEqual([]);
});

test("what they claim to have scanned counts only for who has scanned them", () => {
	const { one, other } = pair();
	one.hear({ step: "scanned" });
	expect(one.trust.standing.value).toBe("open");
	expect(other.said).not.toContainEqual({ step: "scanned" });

	const seeing = pair(codeOf(them)).one;
	expect(seeing.said).toContainEqual({ step: "scanned" });
	expect(seeing.trust.standing.value).toBe("open");
	seeing.hear({ step: "scanned" });
	expect(seeing.trust.standing.value).toBe("inPerson");
});

test("a code of anybody else that the camera saw verifies nothing", () => {
	for (const part of ["fingerprint", "userName", "password"] as const) {
		const { one } = pair(codeOf({ ...them, [part]: "other" }));
		one.hear({ step: "scanned" });
		expect(one.trust.standing.value).toBe("open");
	}
});

test("a code that came over a call that was verified is as good as that, and no other is", () => {
	const { one, other, carry } = pair(null, codeOf(them));
	expect(one.trust.standing.value).toBe("asBefore");
	expect(one.trust.isVerified.value).toBe(true);
	// Whose call before was not verified on their own side knows nothing yet.
	expect(other.trust.standing.value).toBe("open");
	expect(other.trust.isVerified.value).toBe(false);
	for (const { trust } of [one, other]) trust.saySame();
	carry();
	expect(one.trust.standing.value).toBe("compared");

	for (const part of ["fingerprint", "userName", "password"] as const) {
		const vouched = codeOf({ ...them, [part]: "other" });
		expect(pair(null, vouched).one.trust.standing.value).toBe("open");
	}
	const foreign = end({ is: "foreign" }, null, certificate, codeOf(them));
	expect(foreign.trust.isVerified.value).toBe(false);
});

test("another certificate than the code names ends it, also on a later link", () => {
	expect(end(member(true), null, Uint8Array.of(9)).ended).toEqual([
		"otherCertificate",
	]);
	const later = end(member(true));
	later.relink();
	expect(later.ended).toEqual([]);
	later.relink(Uint8Array.of(9));
	expect(later.ended).toEqual(["otherCertificate"]);
	// A browser that does not tell, and a code with another kind of sum, prove nothing either way.
	expect(end(member(true), null, null).ended).toEqual([]);
	expect(end(member(false)).ended).toEqual(["otherCertificate"]);
});

test("whatever an honest device never says is an alarm", () => {
	const commit = { step: "commit", version: 1, sum: "ab".repeat(32) } as const;
	const reveal = { step: "reveal", nonce: "cd".repeat(32) } as const;
	const rows: readonly (readonly VerifyMessage[])[] = [
		[reveal],
		[commit, commit],
		[commit, reveal],
		[{ step: "compared", isSame: true }],
	];
	for (const row of rows) {
		const { hear, ended } = end(member(true));
		for (const message of row) hear(message);
		expect(ended).toEqual(["alarmed"]);
	}
	const mirror = end(member(true));
	for (const message of mirror.said) mirror.hear(message);
	expect(mirror.ended).toEqual(["alarmed"]);
});

test("other digits end it on both sides, each told by whom", () => {
	const { one, other, carry } = pair();
	one.trust.sayDifferent();
	carry();
	expect(one.ended).toEqual(["differed"]);
	expect(other.ended).toEqual(["theyDiffered"]);
});

test("another link of the same session keeps the digits and what was said", () => {
	const { one, other, carry } = pair();
	const digits = one.trust.digits.value;
	one.trust.saySame();
	for (const { relink } of [one, other]) relink();
	carry();
	expect(other.trust.standing.value).toBe("saidByThem");
	other.trust.saySame();
	carry();
	for (const { trust, ended } of [one, other]) {
		expect(trust.standing.value).toBe("compared");
		expect(trust.digits.value).toBe(digits);
		expect(ended).toEqual([]);
	}
});

test("who cannot be verified is said not to be", () => {
	const foreign = end({ is: "foreign" });
	expect(foreign.trust.standing.value).toBe("foreign");
	expect(foreign.said).toEqual([]);
	const silent = end(member(true));
	expect(silent.trust.standing.value).toBe("waiting");
	silent.wait();
	expect(silent.trust.standing.value).toBe("silent");
});
