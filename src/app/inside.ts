// Inside another app's own browser: which one, and the address to take out of it.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { copy } from "../carriers/text.ts";
import type { Platform } from "./platform.ts";
import type { System } from "./surroundings.ts";

export type Inside = {
	/** Empty where it is not known. */
	readonly name: string;
	readonly system: System;
	readonly isCopied: ReadonlySignal<boolean>;
	copyAddress(): Promise<void>;
};

export function createInside({
	surroundings: { inside, system },
	pageUrl,
	addressBar,
	clipboard,
}: Pick<
	Platform,
	"surroundings" | "pageUrl" | "addressBar" | "clipboard"
>): Inside | null {
	if (inside === null) return null;
	const isCopied = cell(false);
	return {
		name: inside,
		system,
		isCopied,
		async copyAddress() {
			// With the code, if a link brought one: here it stays in the address.
			isCopied.value = await copy(
				clipboard,
				(pageUrl ?? "") + addressBar.read(),
			);
		},
	};
}
