import { expect, test } from "vitest";
import { type ChatLine, createChat } from "../../src/channels/chat.ts";
import { splitLinks } from "../../src/channels/links.ts";
import { splitParts } from "../../src/channels/parts.ts";
import { createTyping } from "../../src/channels/typing.ts";
import type { Ticker } from "../../src/lib/ticker.ts";

/** Two ends of a wire that loses nothing. */
function wire(): readonly [ChatLine, ChatLine] {
	const ears: ((data: unknown) => void)[] = [];
	const end = (mine: 0 | 1): ChatLine => ({
		send: (text) => ears[1 - mine]?.(text),
		onText: (handle) => {
			ears[mine] = handle;
		},
		onFresh: () => {},
	});
	return [end(0), end(1)];
}

const plain = (text: string) => [{ is: "text", text }];

test("what one says the other hears, and the first learns that it has arrived", () => {
	const [left, right] = wire();
	const one = createChat(left, () => 5);
	const other = createChat(right, () => 6);
	expect(one.say("  hello  ")).toBe(true);
	expect(other.entries.value).toEqual([
		{
			key: "them-1",
			from: "them",
			text: "hello",
			parts: plain("hello"),
			at: 6,
			isDelivered: true,
		},
	]);
	expect(one.entries.value).toEqual([
		{
			key: "me-1",
			from: "me",
			text: "hello",
			parts: plain("hello"),
			at: 5,
			isDelivered: true,
		},
	]);
});

test("without an answer a message stays undelivered", () => {
	const one = createChat(
		{ send: () => {}, onText: () => {}, onFresh: () => {} },
		() => 0,
	);
	one.say("anyone?");
	expect(one.entries.value[0]?.isDelivered).toBe(false);
});

test("a message that comes twice is shown once", () => {
	const [left, right] = wire();
	const other = createChat(right, () => 0);
	const say = '{"type":"say","id":1,"text":"again"}';
	left.send(say);
	left.send(say);
	expect(other.entries.value).toHaveLength(1);
});

test("what was lost on the way goes out again over the next channel, once and in order", () => {
	const [left, right] = wire();
	let isLost = true;
	let reopen = () => {};
	const one = createChat(
		{
			send: (text) => isLost || left.send(text),
			onText: left.onText,
			onFresh: (handle) => {
				reopen = handle;
			},
		},
		() => 0,
	);
	const other = createChat(right, () => 0);
	one.say("first");
	one.say("second");
	isLost = false;
	reopen();
	reopen();
	expect(other.entries.value.map(({ parts }) => parts)).toEqual([
		plain("first"),
		plain("second"),
	]);
	expect(one.entries.value.every(({ isDelivered }) => isDelivered)).toBe(true);
});

test("nothing but text is said", () => {
	const [left] = wire();
	const one = createChat(left, () => 0);
	expect(one.say("   ")).toBe(false);
	expect(one.say("x".repeat(8_001))).toBe(false);
	expect(one.entries.value).toHaveLength(0);
});

test("the conversation cannot fill the memory", () => {
	const [left, right] = wire();
	const other = createChat(right, () => 0);
	for (let id = 1; id <= 2_100; id += 1)
		left.send(`{"type":"say","id":${id},"text":"x"}`);
	expect(other.entries.value).toHaveLength(2_000);
});

const links = (text: string) =>
	splitLinks(text).flatMap((part) => (part.is === "link" ? [part.href] : []));

test("web addresses become links, with the sentence's own punctuation left out", () => {
	expect(links("see https://example.org/a?b=1#c, and http://x.test.")).toEqual([
		"https://example.org/a?b=1#c",
		"http://x.test/",
	]);
	expect(
		splitLinks("see https://example.org.").map(({ text }) => text),
	).toEqual(["see ", "https://example.org", "."]);
});

test.each([
	"javascript:alert(1)",
	"data:text/html,<script>",
	"file:///etc/passwd",
	"https://bank.example@evil.example/",
	"https://",
	"<a href=https:x>",
])("%s stays text", (text) => {
	expect(links(text)).toEqual([]);
	expect(splitLinks(text)).toEqual(plain(text));
});

test("an address is cut where something invisible or a quote begins", () => {
	expect(links('https://example.org/a"onmouseover=x')).toEqual([
		"https://example.org/a",
	]);
	expect(links("https://example.org/a\u202Egnp")).toEqual([
		"https://example.org/a",
	]);
});

test("code stays as it was written, between what is said about it", () => {
	expect(
		splitParts(
			"look:\n```js\nif (a <b>) {\n\tgo();\n}\n```\nhttps://example.org",
		),
	).toEqual([
		{ is: "text", text: "look:" },
		{ is: "code", text: "if (a <b>) {\n\tgo();\n}" },
		{ is: "link", text: "https://example.org", href: "https://example.org/" },
	]);
	expect(splitParts("```not closed\n")).toEqual(plain("```not closed\n"));
	expect(splitParts("``` one line ```")).toEqual(plain("``` one line ```"));
});

test("what was deleted does not come back when it is said again", () => {
	const [left, right] = wire();
	const other = createChat(right, () => 0);
	const say = '{"type":"say","id":1,"text":"again"}';
	left.send(say);
	other.clear();
	left.send(say);
	expect(other.entries.value).toEqual([]);
});

test("that somebody writes is known until they have, or have stopped", () => {
	const [left, right] = wire();
	let now = 0;
	const alarms: (() => void)[] = [];
	const ticker: Ticker = {
		every: () => {},
		after: (_, run, signal) => void alarms.push(() => signal.aborted || run()),
	};
	const { signal } = new AbortController();
	const one = createTyping(left, ticker, () => now, signal);
	const other = createTyping(right, ticker, () => now, signal);
	one.press();
	expect(other.isTheirs.value).toBe(true);
	left.send('{"type":"say","id":1,"text":"done"}');
	expect(other.isTheirs.value).toBe(false);
	let sent = 0;
	right.onText(() => {
		sent += 1;
	});
	one.press();
	expect(sent).toBe(0);
	now = 3_000;
	one.press();
	expect(sent).toBe(1);
	expect(alarms).toHaveLength(1);
});
