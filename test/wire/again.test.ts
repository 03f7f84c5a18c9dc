import { expect, test } from "vitest";
import {
	type AgainMessage,
	readAgain,
	writeAgain,
} from "../../src/wire/again.ts";

const messages: readonly AgainMessage[] = [
	{ type: "kept" },
	{ type: "again" },
	{ type: "no" },
	{ type: "code", code: "ABC" },
];

test.each(messages)("$type arrives as it was said", (message) => {
	expect(readAgain(writeAgain(message))).toEqual({ ok: true, value: message });
});

test.each<[string, unknown, string]>([
	["no text", 7, "notJson"],
	["no message at all", '"kept"', "notAnObject"],
	["a word of the call itself", '{"type":"bye"}', "unknownType"],
	["a name of every object", '{"type":"constructor"}', "unknownType"],
	["a code that is none", '{"type":"code","code":7}', "badField"],
	[
		"a code without end",
		writeAgain({ type: "code", code: "A".repeat(16_001) }),
		"badField",
	],
	[
		"more than any message",
		`{"type":"kept","x":"${"A".repeat(40_000)}"}`,
		"tooLong",
	],
])("%s is refused", (_, data, problem) => {
	expect(readAgain(data)).toEqual({ ok: false, problem });
});
