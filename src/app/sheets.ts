// What can be opened over a screen, and what of this device's keeping is shown there.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { Settings } from "../settings/settings.ts";
import { defaults, maxNameChars } from "../settings/settings.ts";
import type { Platform } from "./platform.ts";

export type Sheet = "settings" | "help";

export type Forgetting = "no" | "asking" | "done";

export type Sheets = {
	readonly open: ReadonlySignal<Sheet | null>;
	/** Of files that came and are still here; null until counted. */
	readonly keptBytes: ReadonlySignal<number | null>;
	readonly forgetting: ReadonlySignal<Forgetting>;
	readonly maxNameChars: number;
	show(sheet: Sheet): void;
	close(): void;
	askToForget(): void;
	keepAll(): void;
	forgetAll(): Promise<void>;
};

export function createSheets(
	kept: Platform["kept"],
	settings: { value: Settings },
	/** Which devices there are is told there. */
	lookForDevices: () => Promise<void>,
): Sheets {
	const open = cell<Sheet | null>(null);
	const keptBytes = cell<number | null>(null);
	const forgetting = cell<Forgetting>("no");
	const count = async () => {
		keptBytes.value = await kept.fileBytes();
	};
	return {
		open,
		keptBytes,
		forgetting,
		maxNameChars,
		show(sheet) {
			forgetting.value = "no";
			open.value = sheet;
			if (sheet !== "settings") return;
			void count();
			void lookForDevices();
		},
		close() {
			open.value = null;
		},
		askToForget() {
			forgetting.value = "asking";
		},
		keepAll() {
			forgetting.value = "no";
		},
		async forgetAll() {
			await kept.forget();
			// After the rest, as this writes: the defaults leave nothing behind.
			settings.value = defaults;
			await count();
			forgetting.value = "done";
		},
	};
}
