// A static file server as plain as the ones that people host the app with. It can die, and it can live under any path.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

export interface Server {
	/** Where the app is: ends with the sub-path, e.g. `http://localhost:40123/pigeon/`. */
	readonly url: string;
	/** Paths (below the origin) of every request so far that was answered with 404. */
	readonly missing: readonly string[];
	/** Another body for one file from now on, as a new release would have. */
	replace(name: string, body: string): void;
	/** Goes away at once, open connections included, as a lost network does. */
	stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
	".css": "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".ico": "image/x-icon",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json",
	".png": "image/png",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".wasm": "application/wasm",
	".webmanifest": "application/manifest+json",
};

export type Habits = {
	/** Sends index.html on to its folder, as hosts with "clean" addresses do. */
	readonly hidesIndex?: boolean;
	/** As nearly every host does. */
	readonly compresses?: boolean;
};

export async function serve(
	folder: string,
	subPath = "/",
	{ hidesIndex = false, compresses = false }: Habits = {},
): Promise<Server> {
	const missing: string[] = [];
	const replaced = new Map<string, string>();

	async function bodyOf(path: string): Promise<Buffer | undefined> {
		if (!path.startsWith(subPath)) return undefined;
		const name = path.slice(subPath.length);
		const file = name === "" || name.endsWith("/") ? `${name}index.html` : name;
		const other = replaced.get(file);
		if (other !== undefined) return Buffer.from(other);
		const absolute = normalize(join(folder, file));
		if (!absolute.startsWith(normalize(folder) + sep)) return undefined;
		return readFile(absolute).catch(() => undefined);
	}

	const server = createServer(async (request, response) => {
		const path = decodeURIComponent(
			new URL(request.url ?? "/", "http://localhost").pathname,
		);
		if (hidesIndex && path.endsWith("/index.html")) {
			response.writeHead(301, { location: "./" }).end();
			return;
		}
		const body = await bodyOf(path);
		if (!body) {
			missing.push(path);
			response.writeHead(404, { "content-type": "text/plain" }).end();
			return;
		}
		const type = types[extname(path) || ".html"] ?? "application/octet-stream";
		const isText = compresses && /text|json|svg/.test(type);
		const sent = isText ? gzipSync(body) : body;
		response
			.writeHead(200, {
				"content-type": type,
				"cache-control": "max-age=600",
				...(isText && { "content-encoding": "gzip" }),
			})
			.end(request.method === "HEAD" ? undefined : sent);
	});
	// The number, not the name: looking up "localhost" takes seconds on machines without a ::1 line in their hosts file.
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;

	return {
		url: `http://localhost:${port}${subPath}`,
		missing,
		replace: (name, body) => void replaced.set(name, body),
		stop: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
