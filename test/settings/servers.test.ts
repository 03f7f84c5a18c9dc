import fc from "fast-check";
import { expect, test } from "vitest";
import {
	canRelay,
	configurationOf,
	isServerUrl,
	maxOwnServers,
	readOwnServers,
	scopeOf,
	withScope,
} from "../../src/settings/servers.ts";
import { readSettings } from "../../src/settings/settings.ts";

const turn = { urls: "turn:turn.example:3478", username: "u", credential: "p" };
const stun = { urls: "stun:[2001:db8::1]:3478", username: "", credential: "" };

test.each([
	["stun:stun.example", true],
	["stuns:stun.example:5349", true],
	["turn:192.0.2.1:3478?transport=tcp", true],
	["turns:[2001:db8::1]", true],
	["", false],
	["stun:", false],
	["https://stun.example", false],
	["stun://stun.example", false],
	["stun:a b", false],
	["turn:x?transport=sctp", false],
	[`stun:${"a".repeat(400)}`, false],
])("%s", (url, isGood) => {
	expect(isServerUrl(url)).toBe(isGood);
});

test("no server means none, and relay only means it, even without a relay", () => {
	const own = [turn, stun];
	expect(configurationOf({ servers: "none", own, relayOnly: true })).toEqual(
		{},
	);
	expect(
		configurationOf({ servers: "own", own: [stun], relayOnly: true }),
	).toEqual({ iceServers: [{ urls: stun.urls }], iceTransportPolicy: "relay" });
	expect(configurationOf({ servers: "own", own, relayOnly: true })).toEqual({
		iceServers: [turn, { urls: stun.urls }],
		iceTransportPolicy: "relay",
	});
});

test("a half-typed server is kept but not asked", () => {
	const half = [
		{ ...turn, credential: "" },
		{ ...stun, urls: "stun" },
	];
	expect(readOwnServers(half)).toEqual(half);
	expect(
		configurationOf({ servers: "own", own: half, relayOnly: false }).iceServers,
	).toEqual([]);
});

test("whatever is stored, the list stays short and its texts too", () => {
	fc.assert(
		fc.property(fc.anything(), (found) => {
			for (const list of [readOwnServers(found), readOwnServers([found])])
				for (const one of list)
					expect(Object.values(one).join("").length).toBeLessThan(1_400);
		}),
	);
	expect(readOwnServers(Array(50).fill(turn))).toHaveLength(maxOwnServers);
	const long = { ...turn, username: "u".repeat(501), credential: [turn] };
	expect(readOwnServers([long])).toEqual([
		{ ...turn, username: "", credential: "" },
	]);
});

test("a choice of scope is a choice of servers, and what it finds there stays", () => {
	const settings = { ...readSettings(null), own: [turn, stun] };
	expect(canRelay(settings)).toBe(true);
	expect(canRelay({ own: [stun, { ...turn, credential: "" }] })).toBe(false);
	for (const scope of ["network", "internet", "relay"] as const) {
		const chosen = withScope(settings, scope);
		expect(scopeOf(chosen)).toBe(scope);
		expect(scopeOf(withScope(chosen, "internet"))).toBe("internet");
		expect(chosen.own).toEqual(settings.own);
	}
	expect(withScope(settings, "internet").servers).toBe("own");
	expect(withScope(readSettings(null), "internet").servers).toBe("default");
});
