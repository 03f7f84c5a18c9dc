// What came from the system's share sheet. The service worker has put it aside: files, which stay there until they were
// given to somebody or the person would rather not, and a text, which is read at once.

import type { Platform } from "../app/platform.ts";

export const sharedCacheOf = (scope: string) => `shared ${scope}`;

/** What the service worker calls the one text that may wait. */
const sharedText = "shared/text";

export function createShared(
	caches: CacheStorage | undefined,
	name: string,
): Platform["files"]["shared"] {
	const readAll = async (): Promise<readonly File[]> => {
		if (!caches || !(await caches.has(name))) return [];
		const cache = await caches.open(name);
		const files: File[] = [];
		for (const request of await cache.keys()) {
			if (request.url.endsWith(sharedText)) continue;
			const response = await cache.match(request);
			if (!response) continue;
			const fileName = decodeURIComponent(response.headers.get("x-name") ?? "");
			const type = response.headers.get("content-type") ?? "";
			files.push(new File([await response.blob()], fileName, { type }));
		}
		return files;
	};

	const takeText = async (): Promise<string | null> => {
		if (!caches || !(await caches.has(name))) return null;
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			if (!request.url.endsWith(sharedText)) continue;
			const text = await (await cache.match(request))?.text();
			await cache.delete(request);
			return text ?? null;
		}
		return null;
	};

	return {
		takeText: () => takeText().catch(() => null),
		// Storage can be refused altogether; then nothing was put aside either.
		read: () => readAll().catch(() => []),
		clear: () => void caches?.delete(name).catch(() => false),
	};
}
