// Descriptions as other tools hand them out: {type, sdp} as JSON, or raw SDP, perhaps quoted.
// Their text is passed on as it is; the browser is the judge of it.

import { maxSdpLength } from "./full.ts";

export type Foreign = {
	readonly type: "offer" | "answer";
	readonly sdp: string;
};

export const findForeign = (text: string): Foreign | null =>
	findJson(text) ?? findRaw(text);

/** Some tools wrap {type, sdp} into one or two objects more. */
const maxDepth = 3;

function findJson(text: string): Foreign | null {
	if (!/["“”]sdp["“”]/.test(text)) return null;
	const start = text.indexOf("{");
	const json = text.slice(start, text.lastIndexOf("}") + 1);
	return search(parse(json) ?? parse(json.replace(/[“”]/g, '"')), maxDepth);
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}

function search(value: unknown, depth: number): Foreign | null {
	if (typeof value !== "object" || value === null || depth === 0) return null;
	const { type, sdp } = value as Record<string, unknown>;
	if ((type === "offer" || type === "answer") && typeof sdp === "string")
		return isSdp(sdp) ? { type, sdp } : null;
	for (const inner of Object.values(value).slice(0, 16)) {
		const found = search(inner, depth - 1);
		if (found !== null) return found;
	}
	return null;
}

const isSdp = (sdp: string): boolean =>
	sdp.length <= maxSdpLength && /^v=0\r?\n/.test(sdp) && /^m=/m.test(sdp);

const quotation = /^[ \t>|]{0,64}/;

function findRaw(text: string): Foreign | null {
	const start = /^[ \t>|]{0,64}v=0[ \t]*\r?$/m.exec(text);
	if (start === null) return null;
	const lines: string[] = [];
	for (const line of text
		.slice(start.index, start.index + 2 * maxSdpLength)
		.split("\n")) {
		const bare = line.replace(quotation, "").trimEnd();
		if (!/^[a-z]=/.test(bare)) break;
		lines.push(`${bare}\r\n`);
	}
	const sdp = lines.join("");
	if (!isSdp(sdp)) return null;
	// Raw SDP does not say what it is, but only an answer has chosen a role.
	const isAnswer = /^a=setup:(?:active|passive)\r?$/m.test(sdp);
	return { type: isAnswer ? "answer" : "offer", sdp };
}
