// What two devices say after a call, over the line that both have kept. Hostile until it has passed `readAgain`.

import { bad, good, type Result } from "../lib/result.ts";
import { isText, readFields } from "./json.ts";
import type { WireProblem } from "./problem.ts";

export type AgainMessage =
	/** I have kept the line as well */
	| { readonly type: "kept" }
	/** shall we talk again? */
	| { readonly type: "again" }
	| { readonly type: "no" }
	/** of a new session: with it, and one of theirs, the two are connected again */
	| { readonly type: "code"; readonly code: string };

const maxCodeChars = 16_000;

export function writeAgain(message: AgainMessage): string {
	return JSON.stringify(message);
}

export function readAgain(data: unknown): Result<AgainMessage, WireProblem> {
	const fields = readFields(data, 2 * maxCodeChars);
	if (!fields.ok) return fields;
	const { type, code } = fields.value;
	if (type === "kept" || type === "again" || type === "no")
		return good({ type });
	if (type !== "code") return bad("unknownType");
	return isText(code, maxCodeChars) ? good({ type, code }) : bad("badField");
}
