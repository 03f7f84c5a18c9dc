import { describe, expect, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { candidatesOf, take, withCandidates } from "./captured.ts";

const now = 1_795_000_000_000;
const base = withCandidates(
	take("chromium-156-offer-data-ip-stun").sdp,
	/^never/,
);

function carried(lines: readonly string[], prune?: boolean): string[] {
	const sdp = base.replace(
		"a=ice-ufrag",
		`${lines.map((line) => `a=candidate:${line}\r\n`).join("")}a=ice-ufrag`,
	);
	const code = writeCode(
		{ type: "offer", sdp },
		prune === undefined ? { now } : { now, prune },
	);
	const read = readCode(code.text, now);
	if (!read.ok || read.value.format !== "card") throw new Error("no card");
	return candidatesOf(read.value.sdp);
}

const host = (address: string, port: number, priority: number) =>
	`1 1 udp ${priority} ${address} ${port} typ host`;

describe("the candidates of a card", () => {
	test("are sorted by the priority that the browser gave them", () => {
		const lines = [host("10.0.0.1", 1, 5), host("10.0.0.2", 2, 9)];
		const sorted = ["host 10.0.0.2 2", "host 10.0.0.1 1"];
		expect(carried(lines)).toEqual(sorted);
		expect(carried(lines, false)).toEqual(sorted);
	});

	test("are no TCP, no RTCP and no loopback", () => {
		const lines = [
			"1 1 tcp 9 10.0.0.1 9 typ host tcptype active",
			"1 2 udp 8 10.0.0.1 70 typ host",
			host("127.0.0.1", 5, 7),
			host("::1", 5, 6),
			host("10.0.0.1", 71, 5),
		];
		expect(carried(lines)).toEqual(["host 10.0.0.1 71"]);
	});

	test("are the best three of each kind and eight in all, the best of each kind first", () => {
		const lines = [
			...[1, 2, 3, 4].map((n) => host(`10.0.0.${n}`, n, 1000 - n)),
			...[1, 2, 3, 4].map((n) => host(`fd00::${n}`, n, 900 - n)),
			...[1, 2, 3, 4].map(
				(n) =>
					`1 1 udp ${800 - n} 203.0.113.${n} ${n} typ srflx raddr 10.0.0.1 rport 1`,
			),
			"1 1 udp 1 198.51.100.1 1 typ relay raddr 203.0.113.1 rport 1",
		];
		expect(carried(lines)).toEqual([
			"host 10.0.0.1 1",
			"host 10.0.0.2 2",
			"host 10.0.0.3 3",
			"host fd00::1 1",
			"host fd00::2 2",
			"srflx 203.0.113.1 1",
			"srflx 203.0.113.2 2",
			"relay 198.51.100.1 1",
		]);
	});

	test("are never the same place twice", () => {
		const twice = [host("10.0.0.1", 1, 9), host("10.0.0.1", 1, 8)];
		expect(carried(twice)).toHaveLength(1);
	});

	test("are all of them when nothing is to be left out", () => {
		const lines = Array.from({ length: 20 }, (_, n) =>
			host(`10.0.0.${n}`, n + 1, 1000 - n),
		);
		expect(carried(lines, false)).toHaveLength(20);
		expect(carried(lines)).toHaveLength(3);
	});
});
