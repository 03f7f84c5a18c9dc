// One candidate, as an SDP line and as bytes. Foundation, priority and related address are not
// carried: any values that keep the order serve, and the related address would tell a LAN address.

import { type Family, packAddress, unpackAddress } from "./address.ts";
import { type Cursor, uint16 } from "./bytes.ts";

export type Candidate = {
	readonly type: "host" | "srflx" | "relay";
	readonly address: string;
	readonly port: number;
};

export type OfferedCandidate = Candidate & {
	readonly component: number;
	readonly protocol: string;
	readonly priority: number;
};

/** The likeliest to serve first. */
export const types = ["host", "srflx", "relay"] as const;
const families: readonly Family[] = ["ipv4", "ipv6", "mdns", "name"];

const grammar =
	/^candidate:[A-Za-z0-9+/]{1,32} ([0-9]{1,3}) ([A-Za-z]{1,8}) ([0-9]{1,10}) ([^ ]{1,253}) ([0-9]{1,5}) typ (host|srflx|relay)(?: [!-~]+ [!-~]+)*$/;

export function parseCandidate(line: string): OfferedCandidate | null {
	const [, component, protocol = "", priority, address = "", port, type] =
		grammar.exec(line) ?? [];
	const known = types.find((one) => one === type);
	if (known === undefined || packAddress(address) === null) return null;
	if (Number(port) < 1 || Number(port) > 65535) return null;
	return {
		type: known,
		address,
		port: Number(port),
		component: Number(component),
		protocol: protocol.toLowerCase(),
		priority: Number(priority),
	};
}

// RFC 8445, section 5.1.2.2.
const preferences = { host: 126, srflx: 100, relay: 0 };

export function writeCandidate(candidate: Candidate, index: number): string {
	const { type, address, port } = candidate;
	const priority = preferences[type] * 2 ** 24 + (65535 - index) * 256 + 255;
	const nowhere = address.includes(":") ? "::" : "0.0.0.0";
	const related = type === "host" ? "" : ` raddr ${nowhere} rport 0`;
	return `candidate:${index + 1} 1 udp ${priority} ${address} ${port} typ ${type}${related}`;
}

/** What is packed into half a byte; 0 is no candidate, 13 to 15 are free. */
export function kindOf(candidate: Candidate): number {
	const family = packAddress(candidate.address)?.family ?? "name";
	return 1 + types.indexOf(candidate.type) * 4 + families.indexOf(family);
}

const isKind = (kind: number): boolean => kind >= 1 && kind <= 12;

export function packCandidates(candidates: readonly Candidate[]): number[] {
	const bytes: number[] = [];
	for (let at = 0; at < candidates.length; at += 2) {
		const pair = candidates.slice(at, at + 2);
		const [first = 0, second = 0] = pair.map(kindOf);
		bytes.push(first * 16 + second);
		for (const { port, address } of pair)
			bytes.push(...uint16(port), ...(packAddress(address)?.bytes ?? []));
	}
	return bytes;
}

export type UnpackedCandidates = readonly Candidate[] | "damaged" | "newer";

export function unpackCandidates(
	cursor: Cursor,
	maxCount: number,
): UnpackedCandidates {
	const candidates: Candidate[] = [];
	while (cursor.rest() > 0) {
		const kinds = cursor.byte();
		const pair = kinds % 16 === 0 ? [kinds >> 4] : [kinds >> 4, kinds % 16];
		for (const kind of pair) {
			if (kind === 0) return "damaged";
			if (!isKind(kind)) return "newer";
			const candidate = unpackCandidate(kind, cursor);
			if (candidate === null || candidates.length >= maxCount) return "damaged";
			candidates.push(candidate);
		}
		if (pair.length === 1 && cursor.rest() > 0) return "damaged";
	}
	return candidates;
}

function unpackCandidate(kind: number, cursor: Cursor): Candidate | null {
	const port = cursor.uint16();
	const type = types[(kind - 1) >> 2];
	const family = families[(kind - 1) & 3];
	if (type === undefined || family === undefined || port === 0) return null;
	const address = unpackAddress(family, cursor);
	if (address === null || cursor.hasFailed()) return null;
	return { type, address, port };
}
