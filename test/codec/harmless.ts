// What may come out of a card, whatever is in its bytes.

import { expect } from "vitest";
import { candidatesOf, lineOf } from "./captured.ts";

const cardLines = [
	/^v=0$/,
	/^o=- 1 2 IN IP4 127\.0\.0\.1$/,
	/^s=-$/,
	/^t=0 0$/,
	/^a=group:BUNDLE 0$/,
	/^m=application 9 UDP\/DTLS\/SCTP webrtc-datachannel$/,
	/^c=IN IP4 0\.0\.0\.0$/,
	/^a=candidate:\d+ 1 udp \d+ [0-9A-Za-z.:-]{1,253} \d{1,5} typ (host|((srflx|relay) raddr (0\.0\.0\.0|::) rport 0))$/,
	/^a=ice-ufrag:[0-9A-Za-z+/]{4,256}$/,
	/^a=ice-pwd:[0-9A-Za-z+/]{22,256}$/,
	/^a=ice-options:trickle$/,
	/^a=fingerprint:sha-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}$/,
	/^a=setup:(actpass|active|passive)$/,
	/^a=mid:0$/,
	/^a=sctp-port:5000$/,
	/^a=max-message-size:\d{1,10}$/,
];

/** Whatever is in the bytes, only lines of these forms may come out. */
export function expectHarmless(sdp: string): void {
	expect(sdp.endsWith("\r\n")).toBe(true);
	for (const line of sdp.slice(0, -2).split("\r\n"))
		expect(cardLines.some((form) => form.test(line))).toBe(true);
	expect(candidatesOf(sdp).length).toBeLessThanOrEqual(32);
	for (const one of candidatesOf(sdp)) {
		const port = Number(one.split(" ").at(-1));
		expect(port >= 1 && port <= 65535).toBe(true);
	}
	expect(lineOf(sdp, "ice-ufrag")).toBeDefined();
}
