// Which of its own addresses this device tells the other side, in codes and in-band alike: what the person chose not to
// give away leaves by no way at all.

import type { ControlMessage } from "../wire/control.ts";
import { type Candidate, candidatesOf } from "./reach.ts";

/** Whom a session is for, told from what its connections are made with. */
export type Scope = "network" | "internet" | "relay";

export function scopeOf({
	iceServers = [],
	iceTransportPolicy,
}: RTCConfiguration): Scope {
	if (iceTransportPolicy === "relay") return "relay";
	return iceServers.length === 0 ? "network" : "internet";
}

const isNear = ({ kind }: Candidate) => kind === "name" || kind === "local";
export const isIpv6 = ({ address }: Candidate) => address.includes(":");

/**
 * Where a network hands out public addresses, its own devices need them; but most have a private one beside a public one
 * of IPv6.
 */
function isTold(one: Candidate, found: readonly Candidate[], scope: Scope) {
	if (scope === "internet") return true;
	if (scope === "relay") return one.kind === "relay";
	if (one.kind !== "public") return isNear(one);
	return !found.some(
		(other) =>
			isNear(other) && (isIpv6(one) || other.kind === "name" || !isIpv6(other)),
	);
}

/** RFC 8839 lets the related address be anything; it is a local one that nobody needs. */
const blank = (line: string): string =>
	line
		.replace(/ raddr \S*:\S* rport \d+/, " raddr :: rport 0")
		.replace(/ raddr \S*\.\S* rport \d+/, " raddr 0.0.0.0 rport 0");

/** A description without what is not to be told. */
export function discreet(sdp: string, scope: Scope): string {
	const found = candidatesOf(sdp);
	const lines = sdp.split("\r\n").flatMap((line) => {
		if (!line.startsWith("a=candidate:")) return [line];
		const isLeft = candidatesOf(line).some((one) => isTold(one, found, scope));
		return isLeft ? [blank(line)] : [];
	});
	const told = lines.join("\r\n");
	if (scope === "internet") return told;
	// The address for those who know nothing of ICE: with candidates beside it nobody uses it.
	return told
		.replace(/^c=IN IP[46] .*$/gm, "c=IN IP4 0.0.0.0")
		.replace(/^a=rtcp:\d+ IN IP[46] .*$/gm, "a=rtcp:9 IN IP4 0.0.0.0");
}

/** Null where the whole message would be what is not to be told; `sdp` is all that this device has found. */
export function discreetly(
	message: ControlMessage,
	sdp: string,
	scope: Scope,
): ControlMessage | null {
	if (message.type === "description")
		return { ...message, sdp: discreet(message.sdp, scope) };
	if (message.type !== "candidate") return message;
	const [one] = candidatesOf(`a=${message.candidate}`);
	if (!one || !isTold(one, candidatesOf(sdp), scope)) return null;
	return { ...message, candidate: blank(message.candidate) };
}
