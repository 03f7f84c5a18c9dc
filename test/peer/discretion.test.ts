import { describe, expect, test } from "vitest";
import { givenBy } from "../../src/app/giving.ts";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { discreet, discreetly, scopeOf } from "../../src/peer/discretion.ts";
import { candidatesOf } from "../../src/peer/reach.ts";
import { take } from "../codec/captured.ts";

const { sdp: captured } = take("chromium-156-offer-data-ip-stun");
const line = (kind: string, address: string, rest = "") =>
	`a=candidate:1 1 udp 2122260223 ${address} 50000 typ ${kind}${rest} generation 0`;
const name = "0d0c0b0a-0000-4000-8000-000000000000.local";
const every = [
	line("host", "192.168.1.5"),
	line("host", "2001:db8::5"),
	line("host", name),
	line("srflx", "203.0.113.7", " raddr 192.168.1.5 rport 50000"),
	line("relay", "198.51.100.1", " raddr 203.0.113.7 rport 50000"),
];

/** What a browser has found, with the address for those without ICE, and one more section as media has. */
const withAddresses = (lines: readonly string[]) =>
	captured
		.replace(/^a=candidate:.*\r\n/gm, "")
		.replace(/^c=.*$/m, "c=IN IP4 203.0.113.7")
		.replace("a=mid:0\r\n", `a=mid:0\r\n${lines.join("\r\n")}\r\n`);

const addressesIn = (sdp: string) =>
	candidatesOf(sdp).map((one) => one.address);

describe("a person who chose", () => {
	test.each([
		["network", ["192.168.1.5", name]],
		[
			"internet",
			["192.168.1.5", "2001:db8::5", name, "203.0.113.7", "198.51.100.1"],
		],
		["relay", ["198.51.100.1"]],
	] as const)("%s gives away that, and no more", (scope, left) => {
		const told = discreet(withAddresses(every), scope);
		expect(addressesIn(told)).toEqual(left);
		for (const address of ["192.168.1.5", "203.0.113.7", "2001:db8::5"])
			if (!(left as readonly string[]).includes(address))
				expect(told).not.toContain(address);
	});

	test("the network gives a public address only where there is no other", () => {
		const left = (...lines: readonly string[]) =>
			addressesIn(discreet(withAddresses(lines), "network"));
		const [private4 = "", public6 = ""] = every;
		const public4 = line("host", "198.51.100.9");
		const private6 = line("host", "fd00::5");
		expect(left(public6)).toEqual(["2001:db8::5"]);
		expect(left(public4, public6)).toHaveLength(2);
		expect(left(public4, private6)).toEqual(["198.51.100.9", "fd00::5"]);
		expect(left(public6, private6)).toEqual(["fd00::5"]);
		expect(left(public4, public6, private4)).toEqual(["192.168.1.5"]);
	});

	test("anything at all, never tells where a mapped address leads", () => {
		for (const scope of ["network", "internet", "relay"] as const)
			expect(discreet(withAddresses(every), scope)).not.toMatch(
				/raddr (?!0\.0\.0\.0 rport 0|:: rport 0)/,
			);
	});

	test("the relay says nothing else in-band either", () => {
		const sdp = withAddresses(every);
		const say = (one: string) =>
			discreetly(
				{ type: "candidate", candidate: one.slice(2), mid: "0" },
				sdp,
				"relay",
			);
		expect(every.map(say).filter((one) => one !== null)).toEqual([
			{
				type: "candidate",
				candidate: line(
					"relay",
					"198.51.100.1",
					" raddr 0.0.0.0 rport 0",
				).slice(2),
				mid: "0",
			},
		]);
		const told = discreetly(
			{ type: "description", kind: "offer", sdp, round: 1 },
			sdp,
			"relay",
		);
		expect(JSON.stringify(told)).not.toMatch(
			/203\.0|192\.168|2001:db8|\.local/,
		);
	});
});

test("the scope of a session is that of its connections", () => {
	expect(scopeOf({})).toBe("network");
	expect(scopeOf({ iceServers: [{ urls: "stun:a.b" }] })).toBe("internet");
	expect(scopeOf({ iceServers: [], iceTransportPolicy: "relay" })).toBe(
		"relay",
	);
});

test("what a code gives away is read from the code, and a smaller scope makes it shorter", () => {
	const lengths = (["internet", "network", "relay"] as const).map((scope) => {
		const sdp = discreet(withAddresses(every), scope);
		const code = writeCode({ type: "offer", sdp }, { now: 0 });
		const read = readCode(code.text, 0);
		expect(
			givenBy(code)
				.flatMap(({ addresses }) => addresses)
				.sort(),
		).toEqual(read.ok ? addressesIn(read.value.sdp).sort() : []);
		return code.text.length;
	});
	expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
	expect(new Set(lengths).size).toBe(3);
});
