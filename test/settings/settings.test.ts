import { expect, test } from "vitest";
import {
	createSettings,
	defaults,
	readSettings,
} from "../../src/settings/settings.ts";

test.each([
	null,
	"",
	"{",
	"null",
	"[]",
	'{"servers":"evil"}',
	'{"name":7,"language":"../x","theme":"blue","sounds":1}',
])("what is stored as %j reads as the defaults", (text) => {
	expect(readSettings(text)).toEqual(defaults);
});

const createShelf = () => {
	let stored: string | null = null;
	return {
		read: () => stored,
		write(text: string) {
			stored = text;
		},
		clear() {
			stored = null;
		},
	};
};

test("a choice is kept", () => {
	const store = createShelf();
	const life = new AbortController();
	const chosen = {
		servers: "own",
		own: [{ urls: "turn:turn.example:3478", username: "u", credential: "p" }],
		relayOnly: true,
		scanCamera: "c1",
		name: "Ada",
		language: "zh",
		theme: "dark",
		sounds: false,
		hasHoldTone: true,
		devices: { microphone: "m1", camera: null, speaker: "s1" },
		hasShortcuts: false,
		way: "message",
		without: ["link"],
	} as const;
	createSettings(store, life.signal).value = chosen;
	expect(createSettings(store, life.signal).value).toEqual(chosen);
	life.abort();
});

test("who has chosen nothing, or taken it back, leaves nothing behind", () => {
	const store = createShelf();
	const life = new AbortController();
	const settings = createSettings(store, life.signal);
	expect(store.read()).toBeNull();
	settings.value = { ...defaults, name: "Ada" };
	expect(store.read()).not.toBeNull();
	settings.value = defaults;
	expect(store.read()).toBeNull();
	life.abort();
});

test("a stored name is cut to the length that the other side takes", () => {
	expect(readSettings(JSON.stringify({ name: "a".repeat(99) })).name).toBe(
		"a".repeat(40),
	);
});
