import { expect, test } from "vitest";
import {
	identityOf,
	isClient,
	isLeading,
	type Maker,
	type Setup,
} from "../../src/peer/roles.ts";

const chromium = (fingerprint: string, setup: Setup = "actpass"): Maker => ({
	fingerprint,
	userName: "aB3+",
	setup,
	madeAt: 60_000,
});
const firefox = (fingerprint: string, setup: Setup = "actpass"): Maker => ({
	fingerprint,
	userName: "0123abcd",
	setup,
	madeAt: 60_000,
});

const pairs: readonly (readonly [Maker, Maker])[] = [
	[chromium("AA"), chromium("BB")],
	[chromium("AA"), firefox("BB")],
	[firefox("AA"), chromium("BB")],
	[firefox("AA"), firefox("BB")],
];

const saying = (who: Maker, isClient: boolean): Maker => ({
	...who,
	setup: isClient ? "active" : "passive",
});

test.each(pairs)(
	"two invites that crossed: exactly one side is the client",
	(one, other) => {
		expect(isClient(one, other, true)).not.toBe(isClient(other, one, true));
	},
);

test("of two invites that crossed, Firefox is the client if there is one", () => {
	expect(isClient(firefox("ZZ"), chromium("AA"), true)).toBe(true);
	expect(isClient(chromium("AA"), firefox("ZZ"), true)).toBe(false);
});

test.each([chromium, firefox])(
	"of two alike, whoever made the earlier invite is the client",
	(kind) => {
		const early = { ...kind("ZZ"), madeAt: 119_999 };
		const late = { ...kind("AA"), madeAt: 120_000 };
		expect(isClient(early, late, true)).toBe(true);
		expect(isClient(late, early, true)).toBe(false);
		const unknown = { ...kind("AA"), madeAt: null };
		expect(isClient(early, unknown, true)).toBe(false);
		expect(isClient(unknown, early, true)).toBe(true);
	},
);

test.each(pairs)(
	"a fresh reply makes its reader the client",
	(inviter, replier) => {
		const isReplierClient = isClient(replier, inviter, false);
		expect(isReplierClient).toBe(false);
		expect(isClient(inviter, saying(replier, isReplierClient), true)).toBe(
			true,
		);
	},
);

test.each(pairs)(
	"who had handed out an invite before replying fits both its reader's cases",
	(inviter, replier) => {
		const isReplierClient = isClient(replier, inviter, true);
		const theirReply = saying(replier, isReplierClient);
		expect(isClient(inviter, theirReply, true)).toBe(!isReplierClient);
		expect(isClient(inviter, replier, true)).toBe(!isReplierClient);
	},
);

test.each(pairs)("exactly one side leads", (one, other) => {
	expect(isLeading(one, other)).not.toBe(isLeading(other, one));
});

test("an identity needs a fingerprint, a user name and a setup that exists", () => {
	const sdp =
		"a=ice-ufrag:aB3+\r\na=fingerprint:sha-256 aa:bb\r\na=setup:actpass\r\n";
	expect(identityOf(sdp)).toEqual({
		fingerprint: "SHA-256 AA:BB",
		userName: "aB3+",
		setup: "actpass",
	});
	expect(identityOf(sdp.replace("actpass", "holdconn"))).toBeNull();
	expect(identityOf(sdp.replace("a=ice-ufrag", "a=other"))).toBeNull();
	expect(identityOf("")).toBeNull();
});
