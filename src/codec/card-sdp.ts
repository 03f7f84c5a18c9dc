// A card ⇄ SDP. Reading is an allow-list: one line that a card cannot say, and there is no card.
// Writing gives the least that Chromium and Firefox both accept, and what they would assume anyway.

import { unhex } from "./bytes.ts";
import { type Candidate, parseCandidate, writeCandidate } from "./candidate.ts";
import { type Card, isSayable } from "./card.ts";
import { areCredentials } from "./credentials.ts";
import { writeFingerprint } from "./fields.ts";
import { prune } from "./prune.ts";

// Lines that say nothing which the written SDP does not say too, or which only media would need.
const silent = [
	/^o=[!-~]+ [0-9]+ [0-9]+ IN IP[46] [!-~]+$/,
	/^s=.*$/,
	/^c=IN IP[46] [!-~]+$/,
	/^a=group:(?:BUNDLE|LS) 0$/,
	/^a=msid-semantic:.*$/,
	/^a=extmap-allow-mixed$/,
	/^a=ice-options:[a-z0-9]+(?:[ ,][a-z0-9]+)*$/,
	/^a=sendrecv$/,
	/^a=end-of-candidates$/,
];

// Each exactly once, with the part that varies.
const required = {
	version: /^v=(0)$/,
	time: /^t=(0 0)$/,
	media: /^m=application ([1-9][0-9]{0,4}) UDP\/DTLS\/SCTP webrtc-datachannel$/,
	mid: /^a=mid:(0)$/,
	port: /^a=sctp-port:(5000)$/,
	userName: /^a=ice-ufrag:(.+)$/,
	password: /^a=ice-pwd:(.+)$/,
	fingerprint:
		/^a=fingerprint:[Ss][Hh][Aa]-256 ((?:[0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2})$/,
	setup: /^a=setup:(actpass|active|passive)$/,
	size: /^a=max-message-size:(0|[1-9][0-9]{0,9})$/,
};

export function cardFromSdp(
	type: "offer" | "answer",
	sdp: string,
	shouldPrune: boolean,
): Card | null {
	const fields = new Map<string, string>();
	const offered: ReturnType<typeof parseCandidate>[] = [];
	for (const line of sdp.replace(/\r?\n$/, "").split(/\r?\n/)) {
		if (line.startsWith("a=candidate:")) {
			offered.push(parseCandidate(line.slice(2)));
			continue;
		}
		if (silent.some((pattern) => pattern.test(line))) continue;
		const field = Object.entries(required).find(([, one]) => one.test(line));
		if (field === undefined || fields.has(field[0])) return null;
		fields.set(field[0], field[1].exec(line)?.[1] ?? "");
	}
	const understood = offered.filter((one) => one !== null);
	if (understood.length < offered.length) return null;
	return cardFromFields(type, fields, prune(understood, shouldPrune));
}

function cardFromFields(
	type: "offer" | "answer",
	fields: ReadonlyMap<string, string>,
	candidates: readonly Candidate[],
): Card | null {
	const size = fields.get("size");
	const setup = fields.get("setup");
	const isWhole = Object.keys(required).every(
		(name) => name === "size" || fields.has(name),
	);
	if (!isWhole) return null;
	if (setup !== "actpass" && setup !== "active" && setup !== "passive")
		return null;
	const card: Card = {
		type,
		setup,
		fingerprint: Uint8Array.from(
			unhex((fields.get("fingerprint") ?? "").replaceAll(":", "")),
		),
		userName: fields.get("userName") ?? "",
		password: fields.get("password") ?? "",
		maxMessageSize: size === undefined ? null : Number(size),
		candidates: candidates.map(({ type: kind, address, port }) => ({
			type: kind,
			address,
			port,
		})),
	};
	return areCredentials(card) && isSayable(card) ? card : null;
}

export function sdpFromCard(card: Card): string {
	const lines = [
		"v=0",
		"o=- 1 2 IN IP4 127.0.0.1",
		"s=-",
		"t=0 0",
		"a=group:BUNDLE 0",
		// Port 0 would mean a refused section; Firefox needs the c line.
		"m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
		"c=IN IP4 0.0.0.0",
		...card.candidates.map((one, at) => `a=${writeCandidate(one, at)}`),
		`a=ice-ufrag:${card.userName}`,
		`a=ice-pwd:${card.password}`,
		"a=ice-options:trickle",
		`a=fingerprint:sha-256 ${writeFingerprint(card.fingerprint)}`,
		`a=setup:${card.setup}`,
		"a=mid:0",
		"a=sctp-port:5000",
		// Left out it would mean 64 KiB, so what was said is said again.
		...(card.maxMessageSize === null
			? []
			: [`a=max-message-size:${card.maxMessageSize}`]),
	];
	return `${lines.join("\r\n")}\r\n`;
}
