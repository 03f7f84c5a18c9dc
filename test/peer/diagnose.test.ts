import { expect, test } from "vitest";
import { type Cause, diagnose, type Facts } from "../../src/peer/diagnose.ts";
import { candidatesOf, doPortsChange, reachOf } from "../../src/peer/reach.ts";

const calm: Facts = {
	mine: ["local", "mapped"],
	theirs: ["local", "mapped"],
	didAskServers: true,
	myPortsChange: false,
	theirPortsChange: false,
	areNeighbours: false,
	pairsTried: 4,
	pairsAnswered: 0,
	wasKnockedAt: false,
	path: null,
};

const minute = 60_000;

const cases: readonly (readonly [string, Partial<Facts>, number, Cause])[] = [
	["no network at all", { mine: [] }, 0, "noNetwork"],
	[
		"two local codes, no server asked",
		{ mine: ["local"], theirs: ["local"], didAskServers: false },
		0,
		"noCommonNetwork",
	],
	[
		"local codes of the same network, and nobody answers",
		{ mine: ["local"], theirs: ["local"], areNeighbours: true },
		0,
		"keptApart",
	],
	["servers asked, none answered", { mine: ["local"] }, 0, "blocked"],
	["only theirs is local", { theirs: ["local"] }, 0, "theyAreLocal"],
	[
		"names that brought no way to try",
		{ mine: ["name"], theirs: ["name"], didAskServers: false, pairsTried: 0 },
		0,
		"namesUnresolved",
	],
	["one public address for both", { areNeighbours: true }, 0, "keptApart"],
	["my router changes ports", { myPortsChange: true }, 0, "portsChange"],
	["theirs does", { theirPortsChange: true }, 0, "portsChange"],
	[
		"a path, but no handshake over it",
		{ areNeighbours: true, pairsAnswered: 1 },
		0,
		"unfinished",
	],
	["an old code", {}, 11 * minute, "stale"],
	["nothing in particular", {}, minute, "silent"],
];

test.each(cases)("%s", (_, facts, ageMs, cause) => {
	expect(diagnose({ ...calm, ...facts }, ageMs)).toBe(cause);
});

const sdp = (...candidates: readonly string[]) =>
	candidates.map((one) => `a=candidate:${one}\r\n`).join("");

const name = "1 1 udp 9 a1b2.local 4000 typ host";
const local = "1 1 udp 9 192.168.1.5 4000 typ host";
const mapped = (port: number, more = "raddr 0.0.0.0 rport 0", foundation = 7) =>
	`${foundation} 1 udp 8 203.0.113.7 ${port} typ srflx ${more}`;

test.each([
	["nothing", sdp(), true, "noAddress"],
	["a name, no server asked", sdp(name), false, "onlyNames"],
	["a name, servers silent", sdp(name), true, "noServer"],
	["a local address, no server asked", sdp(local), false, null],
	["a local address, servers silent", sdp(local), true, "noServer"],
	["a mapped address", sdp(name, mapped(5000)), true, null],
	["a public address", sdp("1 1 udp 9 8.8.8.8 1 typ host"), true, null],
	[
		"a public IPv6 address",
		sdp("1 1 udp 9 2001:db8::1 1 typ host"),
		true,
		null,
	],
	[
		"a local IPv6 address",
		sdp("1 1 udp 9 fd00::1 1 typ host"),
		true,
		"noServer",
	],
] as const)("how far %s reaches", (_, text, didAsk, reach) => {
	expect(reachOf(text, didAsk)).toBe(reach);
});

const twoLocal = [local, "2 1 udp 9 10.0.0.5 4001 typ host"];

test.each([
	["one port", [local, mapped(5000)], false],
	["two ports of one socket", [local, mapped(5000), mapped(5001)], true],
	[
		"two sockets, one port each",
		[
			...twoLocal,
			mapped(5000, "raddr 192.168.1.5 rport 4000", 1),
			mapped(5001, "raddr 10.0.0.5 rport 4001", 2),
		],
		false,
	],
	[
		"two sockets, one seen twice",
		[
			...twoLocal,
			mapped(5000, "raddr 192.168.1.5 rport 4000", 1),
			mapped(5001, "raddr 192.168.1.5 rport 4000", 2),
		],
		true,
	],
	[
		"sockets that are not told apart",
		[...twoLocal, mapped(5000, "", 1), mapped(5001, "", 2)],
		false,
	],
] as const)("whether ports change: %s", (_, lines, doChange) => {
	expect(doPortsChange(candidatesOf(sdp(...lines)))).toBe(doChange);
});
