// What the built page says of itself before anything else: its policy.

import type { Plugin } from "vite";
import { metaPolicy } from "../src/shell/policy.ts";

/** The server for developing needs scripts of its own. */
export function sayPolicy(): Plugin {
	return {
		name: "say-policy",
		apply: "build",
		transformIndexHtml: () => [
			{
				tag: "meta",
				attrs: {
					"http-equiv": "Content-Security-Policy",
					content: metaPolicy,
				},
				injectTo: "head-prepend",
			},
		],
	};
}
