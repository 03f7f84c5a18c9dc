// What two people write to each other, and the mark that says it has arrived.
// Text stays text: nothing here, and nothing after it, interprets what a person wrote.

import { bad, good, type Result } from "../lib/result.ts";
import { isText, readFields } from "./json.ts";
import type { WireProblem } from "./problem.ts";

export type ChatMessage =
	| { readonly type: "say"; readonly id: number; readonly text: string }
	| { readonly type: "got"; readonly id: number }
	/** A message is being written; nothing more than that is told. */
	| { readonly type: "typing" };

export const maxChatChars = 8_000;

// JSON may write one character as six (\u0000).
const maxMessageChars = maxChatChars * 6 + 100;

export function writeChat(message: ChatMessage): string {
	return JSON.stringify(message);
}

export function readChat(data: unknown): Result<ChatMessage, WireProblem> {
	const fields = readFields(data, maxMessageChars);
	if (!fields.ok) return fields;
	const { type, id, text } = fields.value as Record<
		"type" | "id" | "text",
		unknown
	>;
	if (type === "typing") return good({ type });
	if (!Number.isSafeInteger(id) || (id as number) < 0) return bad("badField");
	if (type === "got") return good({ type, id: id as number });
	if (type !== "say") return bad("unknownType");
	if (!isText(text, maxChatChars) || text.length === 0) return bad("badField");
	return good({ type, id: id as number, text });
}
