// Files that came from the system's share sheet. The service worker has put them aside, and there they stay
// until they were given to somebody, or the person would rather not.

import type { Platform } from "../app/platform.ts";

export const sharedCacheOf = (scope: string) => `shared ${scope}`;

export function createShared(
	caches: CacheStorage | undefined,
	name: string,
): Platform["files"]["shared"] {
	const readAll = async (): Promise<readonly File[]> => {
		if (!caches || !(await caches.has(name))) return [];
		const cache = await caches.open(name);
		const files: File[] = [];
		for (const request of await cache.keys()) {
			const response = await cache.match(request);
			if (!response) continue;
			const fileName = decodeURIComponent(response.headers.get("x-name") ?? "");
			const type = response.headers.get("content-type") ?? "";
			files.push(new File([await response.blob()], fileName, { type }));
		}
		return files;
	};

	return {
		// Storage can be refused altogether; then nothing was put aside either.
		read: () => readAll().catch(() => []),
		clear: () => void caches?.delete(name).catch(() => false),
	};
}
