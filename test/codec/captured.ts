// The descriptions in test/sdp, and the parts of one that decide what it means.

import { readdirSync, readFileSync } from "node:fs";
import type { Description } from "../../src/codec/code.ts";

const folder = new URL("../sdp/", import.meta.url);

export type Captured = Description & { readonly name: string };

export const captured: readonly Captured[] = readdirSync(folder)
	.filter((name) => name.endsWith(".sdp"))
	.map((name) => ({
		name,
		type: name.includes("-answer-") ? "answer" : "offer",
		sdp: readFileSync(new URL(name, folder), "utf8"),
	}));

export const capturedData = captured.filter(({ name }) =>
	name.includes("-data-"),
);
export const capturedMedia = captured.filter(({ name }) =>
	name.includes("-av-"),
);

export function take(name: string): Captured {
	const found = captured.find((one) => one.name === `${name}.sdp`);
	if (found === undefined) throw new Error(`no captured ${name}`);
	return found;
}

/** Only the first candidates that the pattern matches. */
export function withCandidates(
	sdp: string,
	pattern: RegExp,
	count = Number.POSITIVE_INFINITY,
): string {
	let left = count;
	const isKept = (line: string): boolean => {
		if (!line.startsWith("a=candidate:")) return true;
		if (!pattern.test(line) || left === 0) return false;
		left -= 1;
		return true;
	};
	return sdp.split("\r\n").filter(isKept).join("\r\n");
}

export const lineOf = (sdp: string, name: string): string | undefined =>
	new RegExp(`^a=${name}:(.*)$`, "m").exec(sdp)?.[1]?.trim();

export const candidatesOf = (sdp: string): string[] =>
	[
		...sdp.matchAll(
			/^a=candidate:\S+ 1 udp \S+ (\S+) (\S+) typ (host|srflx|relay)/gim,
		),
	].map(([, address, port, type]) => `${type} ${address} ${port}`);

/** What two descriptions of one data channel must have in common to mean the same. */
export const meaningOf = (sdp: string) => ({
	media: sdp.match(/^m=.*$/gm)?.map((line) => line.replace(/ [0-9]+ /, " ")),
	userName: lineOf(sdp, "ice-ufrag"),
	password: lineOf(sdp, "ice-pwd"),
	fingerprint: lineOf(sdp, "fingerprint"),
	setup: lineOf(sdp, "setup"),
	mid: lineOf(sdp, "mid"),
	port: lineOf(sdp, "sctp-port"),
	size: lineOf(sdp, "max-message-size"),
	candidates: candidatesOf(sdp).toSorted(),
});
