import { describe, expect, test } from "vitest";
import { heedful, heeds } from "../../src/peer/heed.ts";
import { candidatesOf } from "../../src/peer/reach.ts";

const line = (address: string, type = "host") =>
	`candidate:1 1 udp 2122260223 ${address} 50000 typ ${type}${
		type === "host" ? "" : " raddr 0.0.0.0 rport 0"
	}`;
const name = "0d0c0b0a-0000-4000-8000-000000000000.local";
const all = [
	line("192.168.1.5"),
	line("fd00::5"),
	line(name),
	line("198.51.100.9"),
	line("2001:db8::5"),
	line("203.0.113.7", "srflx"),
	line("198.51.100.1", "relay"),
	// Names that only look like an address of one's own network.
	line("10.evil.example"),
	line("elsewhere.example"),
];
const sdpOf = (...lines: readonly string[]) =>
	["v=0", ...lines.map((one) => `a=${one}`), ""].join("\r\n");
const addresses = (lines: readonly string[]) =>
	candidatesOf(sdpOf(...lines)).map(({ address }) => address);

const mine = sdpOf(line("192.168.1.7"), line("2001:db8::7"), line(name));

describe("a device whose person chose", () => {
	test.each([
		["network", ["192.168.1.5", "fd00::5", name]],
		["internet", addresses(all)],
		[
			"relay",
			[
				"192.168.1.5",
				"fd00::5",
				"198.51.100.9",
				"2001:db8::5",
				"203.0.113.7",
				"198.51.100.1",
			],
		],
	] as const)("%s knocks there, and nowhere else", (scope, left) => {
		expect(addresses(all.filter((one) => heeds(one, mine, scope)))).toEqual(
			left,
		);
	});

	test("the network knocks at public addresses where that network has no others", () => {
		const heeded = (...own: readonly string[]) =>
			addresses(all.filter((one) => heeds(one, sdpOf(...own), "network")));
		const near = ["192.168.1.5", "fd00::5", name];
		expect(heeded(line("198.51.100.8"))).toEqual([...near, "198.51.100.9"]);
		expect(heeded(line("2001:db8::8"))).toEqual([...near, "2001:db8::5"]);
		expect(heeded()).toEqual(near);
		// A public address that is there but not told tells nothing of the network.
		expect(heeded(line("192.168.1.7"), line("2001:db8::8"))).toEqual(near);
	});

	test("the network keeps to it over the open channel as well", () => {
		for (const one of all)
			expect(
				heedful(
					{ type: "candidate", candidate: one, mid: "0" },
					mine,
					"network",
				) !== null,
			).toBe(heeds(one, mine, "network"));
		const told = heedful(
			{ type: "description", kind: "offer", sdp: sdpOf(...all), round: 1 },
			mine,
			"network",
		);
		expect(told?.sdp).toBe(
			sdpOf(...all.filter((one) => heeds(one, mine, "network"))),
		);
		const beat = { type: "beat" } as const;
		expect(heedful(beat, mine, "network")).toBe(beat);
	});
});
