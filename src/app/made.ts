// The invites that left this browser today. A reply whose page is gone can then be told from one that belongs on another
// device, and whoever comes back is told of an invite that went with its page. Kept are tags, which say nothing to anybody.

import type { Store } from "../settings/settings.ts";

export type Made = {
	has(id: string): boolean;
	remember(id: string): void;
	/** They came to something, or were given up: nobody waits for an answer to them. */
	settle(): void;
	/** Those of the last minutes that came to nothing yet, the latest first. */
	open(): readonly { readonly id: string; readonly at: number }[];
};

const maxMarks = 16;
const keptMs = 24 * 60 * 60_000;
/** For so long somebody may come back and expect a reply. */
const openMs = 30 * 60_000;
const form = /^([0-9a-f]{4})@([0-9]{1,15})(!?)$/;

export function createMade(store: Store, now: () => number): Made {
	// Read each time: another window may have added to it.
	const marks = () =>
		(store.read() ?? "")
			.slice(0, maxMarks * 30)
			.split(" ")
			.flatMap((mark) => {
				const [, id, digits, sign] = form.exec(mark) ?? [];
				const at = Number(digits);
				if (id === undefined || Math.abs(now() - at) > keptMs) return [];
				return [{ id, at, isSettled: sign === "!" }];
			});
	const write = (all: ReturnType<typeof marks>) =>
		store.write(
			all
				.slice(-maxMarks)
				.map(({ id, at, isSettled }) => `${id}@${at}${isSettled ? "!" : ""}`)
				.join(" "),
		);
	return {
		has: (id) => marks().some((one) => one.id === id),
		remember(id) {
			const others = marks().filter((one) => one.id !== id);
			write([...others, { id, at: now(), isSettled: false }]);
		},
		settle() {
			const all = marks();
			if (all.some(({ isSettled }) => !isSettled))
				write(all.map((one) => ({ ...one, isSettled: true })));
		},
		open: () =>
			marks()
				.filter(({ at, isSettled }) => !isSettled && now() - at < openMs)
				.map(({ id, at }) => ({ id, at }))
				.reverse(),
	};
}
