// How the files go, told where it is seen while the page is not: the window's title and the app's icon.

import {
	signal as cell,
	effect,
	type ReadonlySignal,
} from "@preact/signals-core";
import type { FileNews } from "./file-desk.ts";
import type { FileEntry } from "./file-entry.ts";

export type Attention = {
	readonly isHidden: ReadonlySignal<boolean>;
	/** Null and 0: nothing to tell. */
	show(percent: number | null, newsCount: number): void;
};

export function drawAttention(
	attention: Attention,
	entries: ReadonlySignal<readonly FileEntry[]>,
	news: ReadonlySignal<FileNews | null>,
	lifetime: AbortSignal,
): void {
	const newsCount = cell(0);
	let seen: FileNews | null = null;

	const stops = [
		effect(() => {
			const isNew = news.value !== null && news.value !== seen;
			seen = news.value;
			if (!attention.isHidden.value) newsCount.value = 0;
			else if (isNew) newsCount.value = newsCount.peek() + 1;
		}),
		effect(() => {
			const percent = percentOfAll(entries.value);
			if (attention.isHidden.value) attention.show(percent, newsCount.value);
			else attention.show(null, 0);
		}),
	];
	lifetime.addEventListener("abort", () => {
		for (const stop of stops) stop();
		attention.show(null, 0);
	});
}

function percentOfAll(entries: readonly FileEntry[]): number | null {
	const moving = entries.filter(({ state }) => state === "moving");
	const bytes = moving.reduce((sum, one) => sum + one.bytes, 0);
	const doneBytes = moving.reduce((sum, one) => sum + one.doneBytes, 0);
	return bytes === 0 ? null : Math.floor((doneBytes / bytes) * 100);
}
