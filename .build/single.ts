// How the parts of the page get into one file, and how its policy names exactly them.

import { createHash } from "node:crypto";
import type { Plugin, Rollup } from "vite";
import { alonePolicy } from "../src/shell/policy.ts";

/** A worker has to come from an address; inside one file that is one which the page makes itself. */
export function workersInside(): Plugin {
	const made =
		/new Worker\(\s*new URL\("([^"]+\.worker\.ts)", import\.meta\.url\),\s*\{\s*type: "module",?\s*\},?\s*\)/g;
	return {
		name: "workers-inside",
		enforce: "pre",
		transform(code, id) {
			if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes("new Worker("))
				return null;
			const imports: string[] = [];
			const changed = code.replace(made, (_, path: string) => {
				const name = `InsideWorker${imports.length}`;
				imports.push(`import ${name} from "${path}?worker&inline";`);
				return `new ${name}()`;
			});
			if (changed.includes("new Worker("))
				throw new Error(`${id} starts a worker in a way that is not known`);
			return { code: `${imports.join("\n")}\n${changed}`, map: null };
		},
	};
}

type Parts = {
	readonly name: string;
	readonly version: string;
	readonly licences: () => string;
	readonly icon: Buffer;
	readonly touchIcon: Buffer;
};

export function inOneFile(parts: Parts): Plugin {
	return {
		name: "in-one-file",
		apply: "build",
		enforce: "post",
		generateBundle: {
			// Last of all: the parts are still being put together in this very step.
			order: "post",
			handler(_, bundle) {
				const files = Object.values(bundle);
				const page = only(files, ".html");
				const html = textOf(page)
					.replace(/\s*<script\b[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, "")
					.replace(/\s*<link\b[^>]*rel="(?:stylesheet|manifest)"[^>]*>/g, "");
				const icon = asData("image/svg+xml", parts.icon);
				const script = withoutAddresses(textOf(only(files, ".js")), {
					"./icon.svg": icon,
					"./licences.txt": asData(
						"text/plain;charset=utf-8",
						Buffer.from(parts.licences()),
					),
				});
				const style = textOf(only(files, ".css"));
				const policy = alonePolicy(hashOf(script), hashOf(style));
				const release = `${parts.version} ${sumOf(script).toString("hex").slice(0, 16)}`;
				const source = html
					.replace("./icon.svg", icon)
					.replace(
						"./apple-touch-icon.png",
						asData("image/png", parts.touchIcon),
					)
					.replace(
						"<head>",
						() =>
							`<head>\n\t\t<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
					)
					.replace(
						"</head>",
						// A function, as what is put in may hold "$&".
						() =>
							`\t<meta name="release" content="${release}" />\n\t\t<style>${style}</style>\n\t</head>`,
					)
					.replace(
						"</body>",
						() => `<script type="module">${script}</script>\n\t</body>`,
					);
				for (const name of Object.keys(bundle)) delete bundle[name];
				this.emitFile({ type: "asset", fileName: parts.name, source });
				this.info(`${parts.name}: ${hashOf(source)}`);
			},
		},
	};
}

type File = Rollup.OutputAsset | Rollup.OutputChunk;

function only(files: readonly File[], ending: string): File {
	const found = files.filter(({ fileName }) => fileName.endsWith(ending));
	const [one] = found;
	if (!one || found.length > 1)
		throw new Error(`${found.length} files end in ${ending}, not one`);
	return one;
}

const textOf = (file: File): string =>
	file.type === "chunk" ? file.code : String(file.source);

/** What stood beside the page, and what would end the script before its end. */
function withoutAddresses(
	code: string,
	inside: Readonly<Record<string, string>>,
): string {
	const changed = Object.entries(inside).reduce(
		(text, [address, data]) => text.replaceAll(address, () => data),
		code,
	);
	return changed.replace(/<(?=\/script|!--|script)/gi, "\\x3c");
}

const asData = (type: string, bytes: Buffer): string =>
	`data:${type};base64,${bytes.toString("base64")}`;

const sumOf = (text: string): Buffer =>
	createHash("sha256").update(text).digest();

const hashOf = (text: string): string =>
	`sha256-${sumOf(text).toString("base64")}`;
