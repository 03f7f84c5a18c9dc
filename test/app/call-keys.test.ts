import { expect, test } from "vitest";
import {
	actionOf,
	type KeyPress,
	keyActions,
	keyOf,
} from "../../src/app/call-keys.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	key,
	isTyping: false,
	isCommand: false,
	isRepeated: false,
	...more,
});

test("every action has a key of its own, small or large", () => {
	expect(new Set(keyActions.map((action) => keyOf[action])).size).toBe(
		keyActions.length,
	);
	for (const action of keyActions) {
		expect(actionOf(press(keyOf[action]))).toBe(action);
		expect(actionOf(press(keyOf[action].toUpperCase()))).toBe(action);
	}
});

test.each([
	["while somebody writes", { isTyping: true }],
	["with Control, Alt or Meta", { isCommand: true }],
	["held down", { isRepeated: true }],
])("no key does anything %s", (_, more) => {
	for (const action of keyActions)
		expect(actionOf(press(keyOf[action], more))).toBeNull();
});

test.each(["x", "Enter", " ", "Tab", "Dead", "constructor"])(
	"%s is nobody's key",
	(key) => {
		expect(actionOf(press(key))).toBeNull();
	},
);
