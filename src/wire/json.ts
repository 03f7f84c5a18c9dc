// Reads one message of the other side into a plain record, with a limit before anything is parsed.

import { bad, good, type Result } from "../lib/result.ts";
import type { WireProblem } from "./problem.ts";

export type Fields = Readonly<Record<string, unknown>>;

export function readFields(
	data: unknown,
	maxChars: number,
): Result<Fields, WireProblem> {
	if (typeof data !== "string") return bad("notJson");
	if (data.length > maxChars) return bad("tooLong");
	let parsed: unknown;
	try {
		parsed = JSON.parse(data);
	} catch {
		return bad("notJson");
	}
	if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
		return bad("notAnObject");
	return good(parsed as Fields);
}

export function isText(value: unknown, maxChars: number): value is string {
	return typeof value === "string" && value.length <= maxChars;
}
