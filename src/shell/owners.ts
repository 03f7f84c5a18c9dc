// Which window of this browser waits for which reply. A lock ends with its window, and not before: it tells even of one
// that sleeps, and cannot answer for itself.

import type { Platform } from "../app/platform.ts";

export function createOwners(
	locks: LockManager | undefined,
	pageUrl: string,
): Platform["owners"] {
	const nameOf = (id: string) => `pigeon ${pageUrl} waits for ${id}`;
	return {
		claim(id, lifetime) {
			const held = new Promise<void>((resolve) => {
				if (lifetime.aborted) resolve();
				lifetime.addEventListener("abort", () => resolve(), { once: true });
			});
			// Refused altogether, nobody learns of this window while it sleeps; awake, it answers for itself.
			locks?.request(nameOf(id), () => held).catch(() => {});
		},
		async isClaimed(id) {
			const found = await locks?.query().catch(() => null);
			return (found?.held ?? []).some(({ name }) => name === nameOf(id));
		},
	};
}
