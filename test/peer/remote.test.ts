import { expect, test } from "vitest";
import {
	asRemote,
	asSent,
	renewed,
	withSmallMessages,
} from "../../src/peer/remote.ts";

const host = "candidate:1 1 udp 2113937151 192.0.2.7 50000 typ host";

const offer = (...candidates: string[]) =>
	[
		"v=0",
		"m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
		"a=setup:actpass",
		...candidates.map((candidate) => `a=${candidate}`),
		"a=end-of-candidates",
		"",
	].join("\r\n");

test("their offer is applied without candidates, without an end of them, and with a settled role", () => {
	const remote = asRemote(offer(host), "passive");
	expect(remote.sdp).toBe(
		"v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=setup:passive\r\n",
	);
	expect(remote.candidates).toEqual([host]);
});

test("no code makes this device send to more than eight addresses", () => {
	const many = Array.from({ length: 40 }, (_, port) =>
		host.replace("50000", String(50_000 + port)),
	);
	expect(asRemote(offer(...many), "active").candidates).toHaveLength(8);
});

test("each pulse gives the same address under a new foundation and a lower priority", () => {
	const first = renewed(host, 0, 0);
	const second = renewed(host, 1, 0);
	expect(first).toBe(
		"candidate:1000 1 udp 2113937151 192.0.2.7 50000 typ host",
	);
	expect(second).toBe(
		"candidate:1016 1 udp 2113937150 192.0.2.7 50000 typ host",
	);
	const foundations = new Set<string>();
	for (let round = 0; round < 300; round += 1)
		for (let index = 0; index < 8; index += 1)
			foundations.add(renewed(host, round, index).split(" ")[0] ?? "");
	expect(foundations.size).toBe(300 * 8);
});

test("a priority never falls below one", () => {
	expect(renewed(host.replace("2113937151", "2"), 50, 0)).toContain(" udp 1 ");
});

test("what is sent asks for messages that are small", () => {
	const sdp = offer("max-message-size:1073741823", host);
	expect(asSent(sdp, "actpass")).toBe(
		sdp.replace("a=max-message-size:1073741823\r\n", ""),
	);
	expect(withSmallMessages(sdp)).not.toContain("max-message-size");
});

test("what is sent says the role and leaves out what its reader can do without", () => {
	const sdp = offer("sctp-init:AAAA", host);
	expect(asSent(sdp, "active")).toBe(
		sdp.replace("actpass", "active").replace("a=sctp-init:AAAA\r\n", ""),
	);
});
