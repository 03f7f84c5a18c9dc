// A code that is too large for one picture, as its pictures are seen, in any order.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { toDigits } from "../codec/decimal.ts";
import { createCollector } from "../codec/frames.ts";

export type Progress = { readonly have: number; readonly need: number };

/** One picture of it, and, when it was the last that was missing, the code. */
export type Frame = {
	readonly isFrame: boolean;
	readonly whole: readonly string[] | null;
};

export type MovingCode = {
	readonly progress: ReadonlySignal<Progress | null>;
	read(text: string): Frame;
	forgetProgress(): void;
};

export function createMovingCode(): MovingCode {
	const progress = cell<Progress | null>(null);
	const collector = createCollector();
	return {
		progress,
		read(text) {
			const frame = collector.add(text);
			if (frame.is === "partial") {
				const { have, need } = frame;
				progress.value = { have, need };
			}
			return {
				isFrame: frame.is !== "notAFrame",
				whole: frame.is === "whole" ? [toDigits(frame.bytes)] : null,
			};
		},
		forgetProgress() {
			progress.value = null;
		},
	};
}
