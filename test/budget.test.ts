// What a phone on a slow line has to load before it can show anything: the JavaScript of the first page, compressed.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { parseSync } from "vite";
import { expect, inject, test } from "vitest";

const mostBytes = 60_000;

test("the initial JavaScript is at most 60 kB", () => {
	const folder = inject("builtApp");
	const html = readFileSync(join(folder, "index.html"), "utf8");
	const initial = new Set<string>();
	for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
		const address = /\s(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1];
		if (address) addWithImports(join(folder, address), initial);
	}
	expect(initial.size).toBeGreaterThan(0);
	const byteCount = [...initial]
		.map((file) => brotliCompressSync(readFileSync(file)).length)
		.reduce((sum, one) => sum + one, 0);
	process.stdout.write(`initial JavaScript: ${byteCount} bytes (brotli)\n`);
	expect(byteCount).toBeLessThanOrEqual(mostBytes);
});

// Static imports only: what is imported later, and what runs in a worker, is not waited for.
function addWithImports(file: string, found: Set<string>): void {
	if (found.has(file)) return;
	found.add(file);
	const { staticImports, staticExports } = parseSync(
		file,
		readFileSync(file, "utf8"),
	).module;
	const requests = [
		...staticImports.map((one) => one.moduleRequest),
		...staticExports.flatMap((one) =>
			one.entries.map((entry) => entry.moduleRequest),
		),
	];
	for (const request of requests) {
		if (request) addWithImports(join(dirname(file), request.value), found);
	}
}
