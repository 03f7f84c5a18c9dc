// The licences of everything that ends up in the page, as those licences ask for.

import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** `note` goes into every build there is, of workers too; `write` into the one that writes the page. */
export function collectLicences() {
	const folders = new Set<string>();
	const text = () =>
		[...folders]
			.map(licenceIn)
			.sort()
			.join(`\n${"-".repeat(72)}\n\n`);
	const note: Plugin = {
		name: "note-licences",
		generateBundle(_, bundle) {
			for (const chunk of Object.values(bundle)) {
				if (chunk.type !== "chunk") continue;
				for (const id of chunk.moduleIds) {
					const inside = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id);
					if (inside) folders.add(inside[0]);
				}
			}
		},
	};
	const write: Plugin = {
		name: "write-licences",
		generateBundle() {
			this.emitFile({
				type: "asset",
				fileName: "licences.txt",
				source: text(),
			});
		},
	};
	return { note, write, text };
}

function licenceIn(folder: string): string {
	const { name, version, license } = JSON.parse(
		readFileSync(`${folder}/package.json`, "utf8"),
	);
	const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
	const text = file ? readFileSync(`${folder}/${file}`, "utf8") : "";
	return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
