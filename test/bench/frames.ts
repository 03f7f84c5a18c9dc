// How long a film of a large code takes: `npm run bench:frames`. Frames are made, lost and put together for real; only
// the camera is missing. A receiver joins at any frame, and loses each one with the same probability, from a fixed seed.

import { create } from "qrcode";
import {
	createCollector,
	frameCountFor,
	split,
} from "../../src/codec/frames.ts";
import { address, bytesOf } from "../codec/frame-samples.ts";

const runs = 200;
const framesASecond = [10, 15];
const mostShown = 2000;

/** Marsaglia's xorshift, so that every run of the bench loses the same frames. */
function createChance(seed: number): () => number {
	let state = seed;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}

type Trial = {
	readonly bytes: Uint8Array;
	readonly lost: number;
	readonly chance: () => number;
	/** Which frame is shown at what time. */
	readonly indexAt: (time: number) => number;
};

function countShown({ bytes, lost, chance, indexAt }: Trial): number {
	const collector = createCollector();
	const start = Math.floor(chance() * 1000);
	for (let shown = 1; shown <= mostShown; shown += 1) {
		if (chance() < lost) continue;
		const result = collector.add(split(bytes, indexAt(start + shown)));
		if (result.is !== "whole") continue;
		if (!Buffer.from(result.bytes).equals(bytes))
			throw new Error("other bytes came out than went in");
		return shown;
	}
	return Number.POSITIVE_INFINITY;
}

function measure(trial: Omit<Trial, "chance">) {
	const chance = createChance(20_261_121);
	const sorted = Array.from({ length: runs }, () =>
		countShown({ ...trial, chance }),
	).toSorted((a, b) => a - b);
	const at = (part: number) => sorted[Math.ceil(part * runs) - 1] ?? Number.NaN;
	return { median: at(0.5), worst: at(1) };
}

const columns = [
	"bytes",
	"pieces",
	"QR-L",
	"frames lost",
	"**shown, median**",
	"**shown, worst**",
	...framesASecond.map((rate) => `seconds at ${rate}/s, median – worst`),
	"plain loop, median – worst",
];

const rows = [600, 1000, 2000].flatMap((length) => {
	const bytes = bytesOf(length);
	const pieceCount = frameCountFor(length);
	const { version } = create(address + split(bytes, 0), {
		errorCorrectionLevel: "L",
	});
	return [0, 0.1, 0.4].map((lost) => {
		const film = measure({ bytes, lost, indexAt: (time) => time });
		const loop = measure({ bytes, lost, indexAt: (time) => time % pieceCount });
		const seconds = (shown: number, rate: number) => (shown / rate).toFixed(1);
		return [
			length,
			pieceCount,
			version,
			`${lost * 100} %`,
			film.median,
			film.worst,
			...framesASecond.map(
				(rate) =>
					`${seconds(film.median, rate)} – ${seconds(film.worst, rate)}`,
			),
			`${loop.median} – ${loop.worst}`,
		];
	});
});

const lines = [columns, columns.map(() => "--:"), ...rows];
process.stdout.write(
	`${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`,
);
