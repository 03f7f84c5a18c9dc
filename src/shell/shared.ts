// Files that came from the system's share sheet. The service worker has put them aside; they are taken once.

export async function takeShared(
	caches: CacheStorage | undefined,
	scope: string,
): Promise<readonly File[]> {
	const name = `shared ${scope}`;
	try {
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
		await caches.delete(name);
		return files;
	} catch {
		// Storage can be refused altogether; then nothing was put aside either.
		return [];
	}
}
