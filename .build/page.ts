// What the built page says of itself before anything else: its policy, and the style of its first screen, which would
// otherwise be one more way to the host and back before anything is seen.

import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { metaPolicy } from "../src/shell/policy.ts";

const link = /\s*<link rel="stylesheet"[^>]*href="\.\/([^"]+\.css)"[^>]*>/;

/** `styleSum` is known once the page is written: before the service worker is made, which says the same policy. */
export function sayPolicy() {
	let styleSum = "";
	const plugin: Plugin = {
		name: "say-policy",
		apply: "build",
		transformIndexHtml: {
			order: "post",
			handler(html, { bundle }) {
				const [, name = ""] = link.exec(html) ?? [];
				const file = bundle?.[name];
				if (file?.type !== "asset" || link.test(html.replace(link, "")))
					throw new Error("The first screen has not exactly one style");
				const style = String(file.source).trim();
				styleSum = `sha256-${createHash("sha256").update(style).digest("base64")}`;
				return {
					// Later parts name it as theirs as well. The link says that it is here; switched off, it is not fetched.
					html: html.replace(link, (tag) =>
						tag.replace("<link ", "<link disabled "),
					),
					tags: [
						{
							tag: "meta",
							attrs: {
								"http-equiv": "Content-Security-Policy",
								content: metaPolicy(styleSum),
							},
							injectTo: "head-prepend",
						},
						{ tag: "style", children: style, injectTo: "head" },
					],
				};
			},
		},
	};
	return { plugin, styleSum: () => styleSum };
}
