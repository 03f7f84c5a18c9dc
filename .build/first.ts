// Puts the first screen into the built page, in every language, and the script that chooses among them: so that it is seen
// before the app has come.

import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { ComponentChildren } from "preact";
import { build, type Plugin, type Rollup, runnerImport } from "vite";
import { drawn } from "./draw.ts";

const from = (name: string) =>
	fileURLToPath(new URL(`../src/${name}`, import.meta.url));
const entry = /<script type="module"[^>]*src="([^"]+)"><\/script>/;
const place = '<div id="app"></div>';

export function showFirst(): Plugin {
	let script = "";
	let name = "";
	return {
		name: "show-first",
		apply: "build",
		async buildStart() {
			script = await classicScript(from("first.ts"));
			const sum = createHash("sha256").update(script).digest("base64url");
			name = `assets/first-${sum.slice(0, 8)}.js`;
			this.emitFile({ type: "asset", fileName: name, source: script });
		},
		transformIndexHtml: {
			order: "post",
			async handler(html) {
				const { module } = await runnerImport<{
					readonly firstScreens: ComponentChildren;
				}>(from("ui/first-screens.tsx"));
				const [tag, app] = entry.exec(html) ?? [];
				if (!html.includes(place) || !tag)
					throw new Error("The page has no place for its first screen");
				const screens = `<div id="app">${drawn(module.firstScreens)}</div>`;
				const first = `<script src="./${name}" data-app="${app}"></script>`;
				return (
					html
						.replace(
							tag,
							`<link rel="modulepreload" crossorigin href="${app}">`,
						)
						// After all that the first screen needs.
						.replaceAll(
							' rel="modulepreload"',
							' rel="modulepreload" fetchpriority="low"',
						)
						// A function, as what is put in may hold "$&".
						.replace(place, () => `${screens}\n\t\t${first}`)
				);
			},
		},
	};
}

/** A module would wait for the whole page, and the page would be seen without it. */
async function classicScript(input: string): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: "silent",
		build: {
			write: false,
			target: "es2023",
			modulePreload: false,
			rolldownOptions: { input, output: { format: "iife" } },
		},
	});
	const [chunk] = (built as Rollup.RollupOutput).output;
	return chunk.code;
}
