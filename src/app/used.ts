// The invites of others that this device has answered: each is good for one meeting, and one that comes a second time may
// come from somebody else. Kept are marks that tell nothing to whoever has not seen the invite itself.

import type { ReadCode } from "../codec/code.ts";
import type { Store } from "../settings/settings.ts";

/** A reply was made, which may have been lost; or the two were connected by it. */
export type Use = "answered" | "connected";

export type Used = {
	how(code: ReadCode): Use | null;
	remember(code: ReadCode, use: Use): void;
	forget(): void;
};

/** Of the oldest nobody has a link any more that could still serve. */
const maxMarks = 64;
const signs = { answered: "a", connected: "c" } as const;
const form = /^[0-9a-f]{4}[0-9A-F]{16}[ac]$/;

/** The id, and as much of the fingerprint as nobody meets twice. */
function markOf({ id, sdp }: ReadCode): string {
	const hex = /^a=fingerprint:\S+ ([0-9A-Fa-f:]+)/m.exec(sdp)?.[1] ?? "";
	const digits = hex.replaceAll(":", "").toUpperCase();
	return id + digits.slice(0, 16).padEnd(16, "0");
}

export function createUsed(store: Store): Used {
	// Read each time: another window may have added to it.
	const marks = () =>
		(store.read() ?? "")
			.slice(0, maxMarks * 30)
			.split(" ")
			.filter((mark) => form.test(mark));

	return {
		how(code) {
			const mark = markOf(code);
			const found = marks().find((one) => one.startsWith(mark));
			if (!found) return null;
			return found.endsWith(signs.connected) ? "connected" : "answered";
		},
		remember(code, use) {
			const mark = markOf(code);
			const others = marks().filter((one) => !one.startsWith(mark));
			store.write([...others, mark + signs[use]].slice(-maxMarks).join(" "));
		},
		forget: () => store.clear(),
	};
}
