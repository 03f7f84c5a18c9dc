import { expect, test } from "vitest";
import { createSettings, readSettings } from "../../src/settings/settings.ts";

test.each([null, "", "{", "null", "[]", '{"servers":"evil"}'])(
	"what is stored as %j reads as the defaults",
	(text) => {
		expect(readSettings(text)).toEqual({
			servers: "default",
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
	createSettings(store, life.signal).value = {
		servers: "none",
		scanCamera: "c1",
	};
	expect(createSettings(store, life.signal).value).toEqual({
		servers: "none",
		scanCamera: "c1",
	});
	life.abort();
});
