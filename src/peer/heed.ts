// At which of their addresses this device knocks. Whatever their code or their page names, no packet leaves for where the
// person has chosen not to be seen.

import type { ControlMessage } from "../wire/control.ts";
import { discreet, isIpv6, type Scope } from "./discretion.ts";
import { type Candidate, candidatesOf } from "./reach.ts";

const isName = (one: Candidate) =>
	!isIpv6(one) && !/^[\d.]+$/.test(one.address);

/** `told`: what I give away myself. Only a network that hands out public addresses has them on both sides. */
function isHeeded(one: Candidate, told: readonly Candidate[], scope: Scope) {
	if (scope === "internet") return true;
	// Looking a name up asks the network around me, or any server of theirs, and from my own address.
	if (scope === "relay") return !isName(one);
	if (one.kind !== "public") return one.kind === "name" || one.kind === "local";
	return told.some(
		(mine) =>
			mine.kind === "public" && !isName(one) && isIpv6(mine) === isIpv6(one),
	);
}

/** For a candidate as browsers are given it; `sdp` is all that this device has found. */
export function heeds(candidate: string, sdp: string, scope: Scope): boolean {
	const told = candidatesOf(discreet(sdp, scope));
	return candidatesOf(`a=${candidate}`).every((one) =>
		isHeeded(one, told, scope),
	);
}

/** What was said in-band, without what is not heeded; null where nothing is left of it. */
export function heedful<Message extends ControlMessage>(
	message: Message,
	sdp: string,
	scope: Scope,
): Message | null {
	if (message.type === "candidate")
		return heeds(message.candidate, sdp, scope) ? message : null;
	if (message.type !== "description") return message;
	const lines = message.sdp
		.split(/\r?\n/)
		.filter(
			(line) =>
				!line.startsWith("a=candidate:") || heeds(line.slice(2), sdp, scope),
		);
	return { ...message, sdp: lines.join("\r\n") };
}
