// What is filmed: codes as this app shows them, the same offers as lz-string would carry them, and light good and bad.

import lzString from "lz-string";
import { drawQr, type QrModules } from "../../src/carriers/qr.ts";
import { writeCode } from "../../src/codec/code.ts";
import { take, withCandidates } from "../codec/captured.ts";
import type { Scene } from "./scan-frames.ts";

export type Shown = {
	readonly kind: "Pigeon" | "lz-string";
	readonly text: string;
	readonly modules: QrModules;
	readonly version: number;
};

const prefix = "https://user.github.io/app/#";

// One of the smallest codes that people show, and one of the largest.
const smallest = take("chromium-156-offer-data-ip-nostun");
const largest = take("firefox-153-answer-to-chromium-data-mdns-stun");
const firstIpv4 = /udp \d+ \d+\.\d+\.\d+\.\d+ \d+ typ host/;

const offers = [
	{ ...smallest, sdp: withCandidates(smallest.sdp, firstIpv4, 1) },
	largest,
];

export const shown: readonly Shown[] = offers.flatMap(({ type, sdp }) => {
	const lz = lzString.compressToEncodedURIComponent(sdp);
	return [
		show("Pigeon", prefix + writeCode({ type, sdp }, { now: 0 }).digits),
		show("lz-string", prefix + lz),
	];
});

function show(kind: Shown["kind"], text: string): Shown {
	const modules = drawQr(text);
	return { kind, text, modules, version: (modules.size - 17) / 4 };
}

/** How much of the picture's height the code fills, its quiet zone included: from across a table to close up. */
export const shares = [0.2, 0.3, 0.4, 0.5, 0.65];

const good: Omit<Scene, "share"> = {
	lean: 0.25,
	blur: [0.6, 1.2],
	motion: [0, 1.5],
	noise: 2.5,
	black: 30,
	white: 215,
	moire: 0.04,
	glare: 0,
};

export const conditions: Readonly<Record<string, Omit<Scene, "share">>> = {
	"good light": good,
	"dim, noisy": { ...good, white: 150, noise: 6 },
	dark: { ...good, black: 10, white: 70, noise: 6 },
	"moving hand": { ...good, motion: [3, 6] },
	"out of focus": { ...good, blur: [1.4, 2] },
	glare: { ...good, glare: 0.8 },
	moiré: { ...good, moire: 0.15 },
	tilted: { ...good, lean: 0.5 },
};
