import { expect, test } from "vitest";
import { createSettings, readSettings } from "../../src/settings/settings.ts";

test.each([null, "", "{", "null", "[]", '{"servers":"evil"}'])(
	"what is stored as %j reads as the defaults",
	(text) => {
		expect(readSettings(text)).toEqual({
			servers: "default",
			own: [],
			relayOnly: false,
			scanCamera: null,
		});
	},
);

test("a choice is kept", () => {
	let stored: string | null = null;
	const store = {
		read: () => stored,
		write: (text: string) => {
			stored = text;
		},
	};
	const life = new AbortController();
	const chosen = {
		servers: "own",
		own: [{ urls: "turn:turn.example:3478", username: "u", credential: "p" }],
		relayOnly: true,
		scanCamera: "c1",
	} as const;
	createSettings(store, life.signal).value = chosen;
	expect(createSettings(store, life.signal).value).toEqual(chosen);
	life.abort();
});
