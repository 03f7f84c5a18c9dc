// What makes a release comparable: a number over all its parts in the page itself, and the sum of every file beside it.
// Nothing but standard tools is needed to check either: `sha256sum assets/* | sha256sum` (with LC_ALL=C), `sha256sum -c hashes.txt`.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

const sumOf = (bytes: string | Buffer): string =>
	createHash("sha256").update(bytes).digest("hex");

/** As `sha256sum` prints them, in the order of the letter "C". */
function sumsOf(folder: string, isWanted: (name: string) => boolean): string {
	const names = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((one) => one.isFile())
		.map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
		.map((name) => name.replaceAll("\\", "/"))
		.filter(isWanted)
		.sort();
	return names
		.map((name) => `${sumOf(readFileSync(join(folder, name)))}  ${name}\n`)
		.join("");
}

/** `number` has to come before the service worker is made, which knows the page by its sum, and `list` after it. */
export function markRelease(): readonly [number: Plugin, list: Plugin] {
	const { version } = JSON.parse(
		readFileSync(new URL("../package.json", import.meta.url), "utf8"),
	) as { readonly version: string };
	let folder = "";
	const noteFolder: Plugin["configResolved"] = ({ root, build }) => {
		folder = resolve(root, build.outDir);
	};
	return [
		{
			name: "mark-release",
			apply: "build",
			configResolved: noteFolder,
			closeBundle: {
				sequential: true,
				handler() {
					const page = join(folder, "index.html");
					const sums = sumsOf(folder, (name) => name.startsWith("assets/"));
					const mark = `<meta name="release" content="${version} ${sumOf(sums).slice(0, 16)}" />`;
					const html = readFileSync(page, "utf8");
					writeFileSync(page, html.replace("</head>", `\t${mark}\n\t</head>`));
				},
			},
		},
		{
			name: "list-release",
			apply: "build",
			closeBundle: {
				order: "post",
				sequential: true,
				handler() {
					const sums = sumsOf(folder, (name) => name !== "hashes.txt");
					writeFileSync(join(folder, "hashes.txt"), sums);
					this.info(`all files together: ${sumOf(sums)}`);
				},
			},
		},
	];
}
