// Finds web addresses in what somebody wrote, so that they can be pressed. Only http and https;
// everything else stays the text it is.

export type Part =
	| { readonly is: "text"; readonly text: string }
	| { readonly is: "link"; readonly text: string; readonly href: string };

// Punctuation at the end belongs to the sentence, not to the address.
const address =
	/\bhttps?:\/\/[^\s<>"'`\p{C}]+[^\s<>"'`\p{C}.,;:!?)\]}…。，！？）]/giu;

function hrefOf(text: string): string | null {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url?.protocol !== "http:" && url?.protocol !== "https:") return null;
	// "https://bank.example@evil.example" says one thing and goes to another.
	return url.username === "" && url.password === "" ? url.href : null;
}

export function splitLinks(text: string): readonly Part[] {
	const parts: Part[] = [];
	let end = 0;
	for (const match of text.matchAll(address)) {
		const [found] = match;
		const href = hrefOf(found);
		if (href === null) continue;
		if (match.index > end)
			parts.push({ is: "text", text: text.slice(end, match.index) });
		parts.push({ is: "link", text: found, href });
		end = match.index + found.length;
	}
	if (end < text.length) parts.push({ is: "text", text: text.slice(end) });
	return parts;
}
