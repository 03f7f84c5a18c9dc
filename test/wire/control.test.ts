import fc from "fast-check";
import { expect, test } from "vitest";
import { readChat, writeChat } from "../../src/wire/chat.ts";
import {
	type ControlMessage,
	readControl,
	writeControl,
} from "../../src/wire/control.ts";

const messages: readonly ControlMessage[] = [
	{ type: "hello", version: 1 },
	{ type: "description", kind: "offer", sdp: "v=0\r\n", round: 1 },
	{ type: "refused", round: 1 },
	{ type: "wish", restart: true, round: 0 },
	{ type: "beat" },
	{ type: "spare", code: "PGNA" },
	{ type: "lane", kind: "offer", number: 1, code: "PGNA" },
	{ type: "lane", kind: "wanted", number: 0, code: "" },
	{
		type: "candidate",
		candidate: "candidate:1 1 udp 1 ::1 9 typ host",
		mid: "0",
	},
	{
		type: "media",
		microphone: true,
		camera: false,
		screen: true,
		hold: false,
		recording: true,
	},
	...(
		[
			{ step: "commit", version: 1, sum: "0f".repeat(32) },
			{ step: "reveal", nonce: "0f".repeat(32) },
			{ step: "compared", isSame: false },
			{ step: "scanned" },
		] as const
	).map((body) => ({ type: "verify", body }) as const),
	{ type: "bye" },
];

test.each(messages)("what is written is read again: $type", (message) => {
	expect(readControl(writeControl(message))).toEqual({
		ok: true,
		value: message,
	});
});

test("what an older app does not say of its media is off", () => {
	const message = '{"type":"media","microphone":true,"camera":false}';
	expect(readControl(message)).toEqual({
		ok: true,
		value: {
			type: "media",
			microphone: true,
			camera: false,
			screen: false,
			hold: false,
			recording: false,
		},
	});
});

const refused: readonly (readonly [string, unknown, string])[] = [
	["bytes", new Uint8Array(3), "notJson"],
	["half a message", '{"type":', "notJson"],
	["a list", "[]", "notAnObject"],
	["null", "null", "notAnObject"],
	["a type nobody knows", '{"type":"launch"}', "unknownType"],
	["a type that every object has", '{"type":"constructor"}', "unknownType"],
	[
		"a number for a switch",
		'{"type":"media","microphone":1,"camera":0}',
		"badField",
	],
	[
		"a word for a switch that came later",
		'{"type":"media","microphone":true,"camera":true,"hold":"yes"}',
		"badField",
	],
	[
		"a line break in a candidate",
		JSON.stringify({
			type: "candidate",
			candidate: "candidate:1\r\na=x",
			mid: "0",
		}),
		"badField",
	],
	[
		"a rollback",
		'{"type":"description","kind":"rollback","sdp":"","round":1}',
		"badField",
	],
	[
		"a description without end",
		JSON.stringify({
			type: "description",
			kind: "offer",
			sdp: "v".repeat(60_001),
			round: 1,
		}),
		"badField",
	],
	["a check without a step", '{"type":"verify","body":{}}', "badField"],
	["a check without anything", '{"type":"verify","body":null}', "badField"],
	[
		"a promise in capitals",
		`{"type":"verify","body":{"step":"commit","version":1,"sum":"${"0F".repeat(32)}"}}`,
		"badField",
	],
	[
		"a promise of no version",
		`{"type":"verify","body":{"step":"commit","version":0,"sum":"${"00".repeat(32)}"}}`,
		"badField",
	],
	[
		"half a random number",
		'{"type":"verify","body":{"step":"reveal","nonce":"00"}}',
		"badField",
	],
	[
		"a word that is neither yes nor no",
		'{"type":"verify","body":{"step":"compared","isSame":1}}',
		"badField",
	],
	[
		"a description of a hundred lines of media",
		JSON.stringify({
			type: "description",
			kind: "offer",
			sdp: `v=0\r\n${"m=audio 9\r\n".repeat(100)}`,
			round: 1,
		}),
		"badField",
	],
	[
		"a description with a hundred addresses",
		JSON.stringify({
			type: "description",
			kind: "offer",
			sdp: `v=0\r\n${"a=candidate:1\r\n".repeat(100)}`,
			round: 1,
		}),
		"badField",
	],
	["a wish for something", '{"type":"wish","restart":1,"round":1}', "badField"],
	["a wish without a round", '{"type":"wish","restart":true}', "badField"],
	["half a round", '{"type":"refused","round":0.5}', "badField"],
	["a round without end", '{"type":"refused","round":1e99}', "badField"],
	["a megabyte", `{"type":"bye","x":"${"x".repeat(1_000_000)}"}`, "tooLong"],
];

test.each(refused)("%s is refused by name", (_, data, problem) => {
	expect(readControl(data)).toEqual({ ok: false, problem });
});

test("no text makes a parser throw", () => {
	const texts = fc.oneof(
		fc.string(),
		fc.json(),
		fc.jsonValue().map((value) => JSON.stringify(value)),
	);
	fc.assert(
		fc.property(texts, (text) => {
			readControl(text);
			readChat(text);
		}),
	);
});

test("chat text of any kind arrives as it was", () => {
	fc.assert(
		fc.property(
			fc.string({ minLength: 1, maxLength: 500, unit: "binary" }),
			fc.nat(),
			(text, id) => {
				const message = { type: "say", id, text } as const;
				expect(readChat(writeChat(message))).toEqual({
					ok: true,
					value: message,
				});
			},
		),
	);
});

test.each([
	['{"type":"say","id":1,"text":""}', "badField"],
	['{"type":"say","id":-1,"text":"a"}', "badField"],
	['{"type":"say","id":1.5,"text":"a"}', "badField"],
	['{"type":"say","id":1,"text":["a"]}', "badField"],
	[JSON.stringify({ type: "say", id: 1, text: "a".repeat(8_001) }), "badField"],
	['{"type":"shout","id":1}', "unknownType"],
])("chat refuses %s", (data, problem) => {
	expect(readChat(data)).toEqual({ ok: false, problem });
});
