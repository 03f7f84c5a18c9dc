// What is open on the call's screen, and how the pictures are shown. Loaded with that screen.

import { signal as cell, type Signal } from "@preact/signals-core";

/** One panel at a time, over the picture. */
export type Sheet = "more" | "devices" | "details" | "keys";

export type Stage = {
	readonly sheet: Signal<Sheet | null>;
	/** Opens it, or closes it where it is open. */
	toggleSheet(name: Sheet): void;
};

export function createStage(): Stage {
	const sheet = cell<Sheet | null>(null);
	return {
		sheet,
		toggleSheet(name) {
			sheet.value = sheet.value === name ? null : name;
		},
	};
}
