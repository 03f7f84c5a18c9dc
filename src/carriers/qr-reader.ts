// The page's side of the worker that reads QR codes: a picture goes in, what is seen in it comes back.

import type { Area } from "./gray.ts";

export type Point = { readonly x: number; readonly y: number };

export type Seen = {
	readonly codes: readonly {
		readonly text: string;
		readonly corners: readonly Point[];
	}[];
	/** Of the whole picture, 0–255. */
	readonly brightness: number;
	/** Something that looks like a code is there, read or not. */
	readonly hasFinder: boolean;
	/** Where that is, as long as it was not read and its place is known. */
	readonly unread: Area | null;
	readonly width: number;
	readonly height: number;
};

/** Live: as many frames as possible. Thorough: one picture, and everything that is in it. */
export type Effort = "live" | "thorough";

/** Both are handed over, not copied. */
export type Picture = ImageBitmap | VideoFrame;

export type Question = {
	readonly id: number;
	readonly picture: Picture;
	readonly effort: Effort;
	/** Only the middle is looked at: half as wide and high for 2. */
	readonly magnification: number;
};
export type Answer = { readonly id: number; readonly seen: Seen };

export type QrReader = {
	/** Closes the picture. */
	look(picture: Picture, effort: Effort, magnification?: number): Promise<Seen>;
};

/** Neither dark nor light: nothing is known. */
export const blind: Seen = {
	codes: [],
	brightness: 128,
	hasFinder: false,
	unread: null,
	width: 0,
	height: 0,
};

export function createQrReader(
	worker: Worker,
	lifetime: AbortSignal,
): QrReader {
	const asked = new Map<number, (seen: Seen) => void>();
	let lastId = 0;
	const giveUp = () => {
		for (const answer of asked.values()) answer(blind);
		asked.clear();
	};
	worker.addEventListener(
		"message",
		({ data }: MessageEvent<Answer>) => {
			asked.get(data.id)?.(data.seen);
			asked.delete(data.id);
		},
		{ signal: lifetime },
	);
	worker.addEventListener("error", giveUp, { signal: lifetime });
	lifetime.addEventListener("abort", () => {
		worker.terminate();
		giveUp();
	});
	return {
		look(picture, effort, magnification = 1) {
			if (lifetime.aborted) {
				picture.close();
				return Promise.resolve(blind);
			}
			lastId += 1;
			const id = lastId;
			return new Promise((resolve) => {
				asked.set(id, resolve);
				const question: Question = { id, picture, effort, magnification };
				worker.postMessage(question, [picture]);
			});
		},
	};
}
