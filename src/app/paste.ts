// What was copied elsewhere, taken in by one press. Browsers ask the person, or refuse; then the box is still there.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import type { Clipboard } from "../carriers/text.ts";

export type Paste = {
	/** Null where this browser lets no page read it. */
	readonly run: (() => Promise<void>) | null;
	readonly isRefused: ReadonlySignal<boolean>;
};

export function createPaste(
	{ read }: Pick<Clipboard, "read">,
	take: (text: string) => void,
): Paste {
	const isRefused = cell(false);
	const run = async (from: () => Promise<string>) => {
		const text = await from().catch(() => null);
		isRefused.value = text === null;
		if (text !== null) take(text);
	};
	return { run: read && (() => run(read)), isRefused };
}
