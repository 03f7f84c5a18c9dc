// The person's choices, where the browser keeps them. Storage can be refused altogether; they then last as long as the page.

import type { Platform } from "../app/platform.ts";

export function createStore(
	local: () => Storage,
	key: string,
): Platform["store"] {
	const attempt = <T>(what: (storage: Storage) => T): T | null => {
		try {
			return what(local());
		} catch {
			return null;
		}
	};
	return {
		read: () => attempt((storage) => storage.getItem(key)),
		write: (text) => void attempt((storage) => storage.setItem(key, text)),
		clear: () => void attempt((storage) => storage.removeItem(key)),
	};
}
