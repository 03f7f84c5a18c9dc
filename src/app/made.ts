// The invites that left this browser today. A reply whose page is gone can then be told from one that belongs on another
// device. Kept are their tags, which say nothing to anybody.

import type { Store } from "../settings/settings.ts";

export type Made = {
	has(id: string): boolean;
	remember(id: string): void;
};

const maxMarks = 16;
const keptMs = 24 * 60 * 60_000;
const form = /^([0-9a-f]{4})@([0-9]{1,15})$/;

export function createMade(store: Store, now: () => number): Made {
	// Read each time: another window may have added to it.
	const marks = () =>
		(store.read() ?? "")
			.slice(0, maxMarks * 30)
			.split(" ")
			.flatMap((mark) => {
				const [, id, at] = form.exec(mark) ?? [];
				if (id === undefined || Math.abs(now() - Number(at)) > keptMs)
					return [];
				return [{ id, mark }];
			});
	return {
		has: (id) => marks().some((one) => one.id === id),
		remember(id) {
			const others = marks().filter((one) => one.id !== id);
			const all = [...others.map(({ mark }) => mark), `${id}@${now()}`];
			store.write(all.slice(-maxMarks).join(" "));
		},
	};
}
