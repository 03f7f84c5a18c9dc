// What a message is made of: text, web addresses, and code between lines of three backticks, which is shown
// as it was written.

import { type Part as LinkPart, splitLinks } from "./links.ts";

export type Part = LinkPart | { readonly is: "code"; readonly text: string };

// The word after the first three names a language; nobody here reads it.
const fence = /^```[^\n`]*\n([\s\S]*?)\n?^```[ \t]*$/gm;

export function splitParts(text: string): readonly Part[] {
	const parts: Part[] = [];
	let end = 0;
	for (const match of text.matchAll(fence)) {
		const [found, code = ""] = match;
		const before = text.slice(end, match.index).trim();
		if (before !== "") parts.push(...splitLinks(before));
		parts.push({ is: "code", text: code });
		end = match.index + found.length;
	}
	const rest = end === 0 ? text : text.slice(end).trim();
	if (rest !== "") parts.push(...splitLinks(rest));
	return parts;
}
