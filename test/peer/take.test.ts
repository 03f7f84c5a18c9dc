import { expect, test } from "vitest";
import type { ReadCode } from "../../src/codec/code.ts";
import { judge, type Situation } from "../../src/peer/take.ts";

const code = (part: Partial<ReadCode>): ReadCode => ({
	kind: "invite",
	format: "card",
	type: "offer",
	sdp: "",
	madeAt: 1,
	id: "them",
	replyTo: null,
	...part,
});

const reply = (id: string, replyTo: string) =>
	code({ kind: "reply", id, replyTo });

const free: Situation = { myId: "mine", taken: null, known: null };
const takenFrom = (id: string): Situation => ({
	...free,
	taken: { code: code({ id }), fingerprint: "F", shownAt: null },
});
const again: Situation = { ...free, known: "F" };

const cases: readonly (readonly [
	string,
	ReadCode,
	string,
	Situation,
	string | null,
])[] = [
	["an invite", code({}), "F", free, "tookInvite"],
	["a reply to mine", reply("them", "mine"), "F", free, "tookReply"],
	["a reply to another's", reply("them", "else"), "F", free, "otherInvite"],
	["my own", code({ id: "mine" }), "F", free, "ownCode"],
	["the same invite again", code({}), "F", takenFrom("them"), null],
	[
		"their invite, now as a reply to mine",
		reply("them", "mine"),
		"F",
		takenFrom("them"),
		"tookReply",
	],
	[
		"the same person with new keys",
		code({ id: "new" }),
		"F",
		takenFrom("them"),
		"tookFresh",
	],
	[
		"new keys that answer used ones of mine",
		reply("new", "mine"),
		"F",
		takenFrom("them"),
		"tookStale",
	],
	[
		"a second person's invite",
		code({ id: "x" }),
		"G",
		takenFrom("them"),
		"alreadyTaken",
	],
	[
		"a second person's reply to mine",
		reply("x", "mine"),
		"G",
		takenFrom("them"),
		"usedInvite",
	],
	[
		"somebody else, where one person is to come back",
		code({ id: "x" }),
		"G",
		again,
		"otherPerson",
	],
	[
		"the person who is to come back",
		code({ id: "x" }),
		"F",
		again,
		"tookInvite",
	],
	["another tool's offer", code({ madeAt: null }), "F", free, "tookOffer"],
	[
		"another tool's answer",
		code({ madeAt: null, type: "answer", kind: "reply" }),
		"F",
		free,
		"tookReply",
	],
	[
		"another tool's answer before there is a code of mine",
		code({ madeAt: null, type: "answer", kind: "reply" }),
		"F",
		{ ...free, myId: null },
		"otherInvite",
	],
];

test.each(cases)("%s", (_, given, fingerprint, situation, expected) => {
	const result = judge(given, fingerprint, situation);
	expect(result.ok ? result.value : result.problem).toBe(expected);
});
