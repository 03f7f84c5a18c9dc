// Whoever comes back to the first screen after sending an invite: its page may have been closed in the meantime, by them or
// by the phone, and then a reply finds nobody.

import { signal as cell, type ReadonlySignal } from "@preact/signals-core";
import { createMade } from "./made.ts";
import type { Platform } from "./platform.ts";

export type LostInvite = {
	/** How long ago it was sent; null where none was lost. */
	readonly ageMs: ReadonlySignal<number | null>;
	/** It is known, or something better has come of it. */
	settle(): void;
};

export function createLostInvite(
	platform: Pick<Platform, "made" | "owners" | "now">,
): LostInvite {
	const made = createMade(platform.made, platform.now);
	const ageMs = cell<number | null>(null);
	const look = async () => {
		const [latest] = made.open();
		// Its page may be another window, which goes on waiting.
		if (!latest || (await platform.owners.isClaimed(latest.id))) return;
		ageMs.value = platform.now() - latest.at;
	};
	void look();
	return {
		ageMs,
		settle() {
			ageMs.value = null;
			made.settle();
		},
	};
}
