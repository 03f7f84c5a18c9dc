// Keeps one whole release of the app on the device, so that it opens without a network.
// A page is never given parts of two releases, and never a newer one than it asked for.

import { pageHeaders, partHeaders } from "./policy.ts";

type Entry = { readonly url: string; readonly revision: string | null };

declare const self: ServiceWorkerGlobalScope & {
	readonly __WB_MANIFEST: readonly Entry[];
};

const { scope } = self.registration;

// Address of each file → what it is kept under. A file whose name tells its content apart has no revision.
const keys = new Map(
	self.__WB_MANIFEST.map(({ url, revision }) => {
		const { href } = new URL(url, scope);
		return [href, revision === null ? href : `${href}?revision=${revision}`];
	}),
);
const start = new URL("index.html", scope).href;

// Caches belong to the origin, which may hold other apps, and this one again under another path.
const cachePrefix = `pigeon ${scope} `;

// As the manifest says it; shell/shared.ts reads what is put here.
const shareAddress = new URL("share", scope).href;
const sharedCache = `shared ${scope}`;
const sharedFolder = new URL("shared/", scope).href;
const mostShared = 100;
const mostTextChars = 50_000;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
	const { method, url } = event.request;
	if (method === "POST" && url === shareAddress)
		event.respondWith(keepShared(event.request));
	if (method !== "GET" || !url.startsWith(scope)) return;
	// What somebody has shared is no page of this app, whatever it claims to be.
	if (url.startsWith(sharedFolder)) return;
	event.respondWith(answer(event.request));
});
self.addEventListener("message", ({ data }) => {
	if (data?.type === "use-now") void self.skipWaiting();
});

/** What comes from the system's share sheet waits here until the page asks for it. */
async function keepShared(request: Request): Promise<Response> {
	if (!mayShare(request)) return Response.redirect(scope, 303);
	const data = await request.formData();
	const files = data.getAll("files").filter((one) => one instanceof File);
	const cache = await caches.open(sharedCache);
	const puts = files.slice(0, mostShared).map((file, index) => {
		const headers = {
			"content-type": file.type || "application/octet-stream",
			"x-name": encodeURIComponent(file.name),
		};
		const key = `${sharedFolder}${Date.now()}-${index}`;
		return cache.put(key, new Response(file, { headers }));
	});
	await Promise.all(puts);
	const text = sharedText(data);
	if (text !== "")
		await cache.put(new URL("shared/text", scope).href, new Response(text));
	return Response.redirect(scope, 303);
}

/** Messengers share a link as one of these, or as a text with the link in it. */
function sharedText(data: FormData): string {
	const parts = ["title", "text", "url"].map((name) => data.get(name));
	return parts
		.filter((part) => typeof part === "string" && part !== "")
		.join("\n")
		.slice(0, mostTextChars);
}

// The share sheet belongs to no site, so its requests come from the origin "null". A page of another site can hide behind
// that as well, by saying nothing about itself; so what waits here goes nowhere before the person has pressed for it.
function mayShare({ headers }: Request): boolean {
	const origin = headers.get("origin");
	return origin === null || origin === "null" || origin === self.origin;
}

async function install(): Promise<void> {
	const name = await cacheName();
	const older = await olderCaches();
	const cache = await caches.open(name);
	try {
		const puts = [...keys].map(async ([url, key]) => {
			const kept = await findIn(older, key);
			await cache.put(key, kept ?? (await download(url)));
		});
		await Promise.all(puts);
		await expectOneRelease(cache);
	} catch (cause) {
		// All or nothing: a later release must not take over what this one got wrong.
		await caches.delete(name);
		throw cause;
	}
}

async function activate(): Promise<void> {
	const older = await olderCaches();
	// The very first page came from the network. Its later parts (the scanner, say) shall need none.
	if (older.length === 0) return self.clients.claim();
	const windows = await self.clients.matchAll({
		type: "window",
		includeUncontrolled: true,
	});
	// Another tab may still run the older release, perhaps in a call, and ask for a part of it.
	if (windows.length > 1) return;
	await Promise.all(older.map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
	const url = new URL(request.url);
	url.hash = "";
	if (request.mode === "navigate") url.search = "";
	const key = keys.get(url.href === scope ? start : url.href);
	const kept = await caches.match(key ?? url.href);
	if (!kept) return fetch(request);
	return guarded(kept, request.mode === "navigate" ? pageHeaders : partHeaders);
}

/** As a host would send it that could be told to. */
function guarded(
	{ body, status, headers: sent }: Response,
	added: Readonly<Record<string, string>>,
): Response {
	const headers = new Headers(sent);
	for (const [name, value] of Object.entries(added)) headers.set(name, value);
	return new Response(body, { status, headers });
}

async function download(url: string): Promise<Response> {
	// The browser's own cache may still hold the release before this one: ask whether it is the latest.
	const response = await fetch(url, { cache: "no-cache" });
	if (!response.ok) throw new Error(`${response.status} for ${url}`);
	if (!response.redirected) return response;
	// Some hosts send index.html on to "/", and a page may not be opened from a redirected answer.
	const { status, headers } = response;
	return new Response(await response.blob(), { status, headers });
}

// While a host is being updated, this file may come from the new release and index.html from the old one.
async function expectOneRelease(cache: Cache): Promise<void> {
	const page = await cache.match(keys.get(start) ?? start);
	const html = (await page?.text()) ?? "";
	for (const [, file = ""] of html.matchAll(/"\.\/(assets\/[^"]+)"/g)) {
		const { href } = new URL(file, scope);
		if (!keys.has(href)) throw new Error(`${href} is of another release`);
	}
}

async function findIn(
	names: readonly string[],
	key: string,
): Promise<Response | undefined> {
	for (const cacheName of names) {
		const found = await caches.match(key, { cacheName });
		if (found) return found;
	}
	return undefined;
}

async function olderCaches(): Promise<readonly string[]> {
	const current = await cacheName();
	const names = await caches.keys();
	return names.filter(
		(name) => name.startsWith(cachePrefix) && name !== current,
	);
}

async function cacheName(): Promise<string> {
	const list = new TextEncoder().encode([...keys.values()].join("\n"));
	const digest = await crypto.subtle.digest("SHA-256", list);
	const hex = [...new Uint8Array(digest, 0, 8)]
		.map((byte) => byte.toString(16).padStart(2, "0"))
		.join("");
	return cachePrefix + hex;
}
