// The conversation as plain text, for a person to keep.

import type { ChatEntry } from "../channels/chat.ts";

export function chatAsText(
	entries: readonly ChatEntry[],
	names: Readonly<Record<ChatEntry["from"], string>>,
): string {
	const lines = entries.map(({ at, from, text }) => {
		const time = new Date(at).toISOString().slice(0, 16).replace("T", " ");
		// What goes over several lines stays one entry to the eye.
		return `${time}Z  ${names[from]}: ${text.replaceAll("\n", "\n    ")}`;
	});
	return `${lines.join("\n")}\n`;
}
