import { describe, expect, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { take } from "./captured.ts";

const now = 1_795_000_000_000;
const minute = 60_000;
const invite = writeCode(take("chromium-156-offer-data-ip-stun"), { now });
const reply = writeCode(take("firefox-153-offer-data-mdns-stun"), {
	now: now + 3 * minute,
	replyTo: invite.id,
});
const long = writeCode(take("firefox-153-offer-av-mdns-stun-balanced"), {
	now,
});
const codes = [invite, reply, long];

const wrap = (text: string, width: number, start = "", end = "\n") =>
	(text.match(new RegExp(`.{1,${width}}`, "gs")) ?? [])
		.map((line) => start + line)
		.join(end);
const every = (text: string, count: number, insert: string) =>
	wrap(text, count, "", insert);

/** A page that is not at the top of its site, as on most free hosts. */
const page = "https://user.github.io/app/";

const manglings: Record<string, (text: string) => string> = {
	"nothing around it": (text) => text,
	"spaces around it": (text) => `\n \t${text} \r\n`,
	"a link": (text) => `${page}#${text}`,
	"a link with a query": (text) => `${page}?fbclid=IwAR0_x-3PGN#${text}`,
	"a link in a sentence": (text) => `Open (${page}#${text}), please.`,
	"a link in angle brackets": (text) => `<${page}#${text}>`,
	"a link with a port": (text) => `http://192.168.1.17:4173/#${text}`,
	"Markdown's link": (text) => `[call me](${page}#${text})`,
	"Outlook's safe link": (text) =>
		`https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${page}#${text}`)}&data=05%7C01%7Cann%40example.org%7C638&reserved=0`,
	"a safe link in a safe link": (text) =>
		`https://safe.example/?u=${encodeURIComponent(`https://other.example/?q=${encodeURIComponent(`${page}#${text}`)}&x=1`)}&y=2`,
	"Proofpoint's link, second version": (text) =>
		`https://urldefense.proofpoint.com/v2/url?u=https-3A__user.github.io_app_-23${text}&d=DwMFaQ&c=x`,
	"Proofpoint's link, third version": (text) =>
		`https://urldefense.com/v3/__${page}*${text}__;Iw!!Abc$`,
	"a search engine's link": (text) =>
		`https://www.google.com/url?q=${encodeURIComponent(`${page}#${text}`)}&sa=D&source=hangouts`,
	"lines of 76": (text) => wrap(`${page}#${text}`, 76),
	"lines of 40 with \\r\\n": (text) => wrap(text, 40, "", "\r\n"),
	"a quoted email": (text) =>
		`On Sat, 21 Nov 2026 at 10:03, Ann Example <ann@example.org>\nwrote:\n\n> Hi Bob,\n>\n> here it is:\n${wrap(text, 60, "> ")}\n>\n> Ann\n\n-- \nBob Example\n+49 30 1234567`,
	"a twice quoted email": (text) =>
		`>> Hello,\n${wrap(`${page}#${text}`, 66, ">> ")}\n>> bye\n> thanks`,
	"a quotation of another style": (text) => wrap(text, 50, "| > "),
	"a quotation in HTML": (text) =>
		`<div>Hello<br>\n<blockquote>${wrap(text, 50, "&gt; ", "<br>\n")}</blockquote></div>`,
	"a link in HTML": (text) =>
		`<p>Hi</p><a href="${page}#${text}" target="_blank">call me</a>`,
	"HTML escaped twice": (text) => wrap(`#${text}`, 18, "&amp;gt; "),
	"quoted-printable": (text) => wrap(`${page}#${text}`, 75, "", "=\r\n"),
	"quoted-printable with spaces": (text) =>
		wrap(`${page}#${text}`, 45, "", "=20\n"),
	"the body of a mailto link": (text) =>
		`mailto:?subject=Call&body=Hi%2C%0D%0A%0D%0A${wrap(text, 60, "", "%0D%0A%3E%20")}%0D%0ABye`,
	"text in JSON": (text) =>
		JSON.stringify({ text: `Hello\n${wrap(`${page}#${text}`, 45)}\nbye` }),
	"zero-width spaces": (text) => every(text, 7, "\u200b"),
	"soft hyphens and joiners": (text) => every(text, 9, "\u00ad\u2060\ufeff"),
	"entities of invisible characters": (text) =>
		`${page}#${every(text, 11, "&#8203;&shy;&#x200B;")}`,
	"possible line breaks of HTML": (text) =>
		`${page}#${every(text, 10, "<wbr>")}`,
	"non-breaking spaces": (text) =>
		`Code:\u00a0${every(text, 20, "\u00a0")}\u00a0`,
	"smart quotes": (text) => `The code is “${text}”.`,
	"other quotes": (text) => `„${text}“ «${text}» ‘${text}’`,
	"Markdown's marks": (text) => `**${text}**, \`${text}\`, _${text}_`,
	"a block of Markdown": (text) => `\`\`\`\n${text}\n\`\`\``,
	"a full stop right behind it": (text) => `It is ${text}.`,
	"a direction that changes": (text) => `שלום \u2066${text}\u2069 שלום`,
	"an emoji next to it": (text) => `🕊️${text}🕊️`,
	"a chat with names and times": (text) =>
		`[21/11/2026, 10:03:12] Ann Example: ready?\n[21/11/2026, 10:04:40] Bob: ${text}\n[21/11/2026, 10:05:01] Ann Example: thanks, ten minutes`,
	"a chat bubble with its time": (text) => `Bob\n${text}\n10:04 ✓✓`,
	"a time stuck to its end": (text) => `Bob\n${text}10:04`,
	"two messages with a name and a time between": (text) =>
		`[10:04] Bob: ${text.slice(0, 70)}\n[10:04] Bob: ${text.slice(70)}\n[10:06] Ann: got it`,
	"two such messages with invisible characters in them": (text) =>
		`[10:04] Bob: ${every(text.slice(0, 70), 9, "\u200b")}\n[10:04] Bob: ${every(text.slice(70), 9, "\u2060")}\n[10:06] Ann: got it`,
	"an email header before it": (text) =>
		`From: Ann <ann@example.org>\nDate: Sat, 21 Nov 2026 10:03:12 +0100\nMessage-ID: <CAF0123456789@mail.example.org>\n\n${text}`,
};

const lettersOnly: Record<string, (text: string) => string> = {
	"small letters": (text) => text.toLowerCase(),
	"mixed case": (text) =>
		[...text]
			.map((letter, at) => (at % 3 ? letter : letter.toLowerCase()))
			.join(""),
	"O for 0": (text) => text.replaceAll("0", "O"),
	"o for 0": (text) => text.replaceAll("0", "o"),
	"I for 1": (text) => text.replaceAll("1", "I"),
	"l for 1": (text) => text.replaceAll("1", "l"),
	"groups of four": (text) => every(text, 4, " "),
	"groups of five with hyphens": (text) => every(text, 5, "-"),
	"the wrong mark": (text) =>
		text.replace(/^PGN./, (mark) => (mark === "PGNA" ? "PGNB" : "PGNA")),
	"a word stuck to its front": (text) => `Code${text}`,
};

describe("a code is found in", () => {
	test.each(Object.entries(manglings))("%s", (_, mangle) => {
		for (const code of codes) {
			const expected = readCode(code.text, now);
			expect(expected).toMatchObject({ ok: true, value: { id: code.id } });
			expect(readCode(mangle(code.text), now)).toEqual(expected);
		}
	});

	test.each(Object.entries(lettersOnly))("%s", (_, mangle) => {
		for (const code of codes)
			expect(readCode(mangle(code.text), now)).toEqual(
				readCode(code.text, now),
			);
	});

	test.each(Object.entries(manglings))("%s, as digits", (_, mangle) => {
		for (const code of codes)
			expect(readCode(mangle(code.digits), now)).toEqual(
				readCode(code.text, now),
			);
	});
});

describe("of several codes", () => {
	const older = writeCode(take("firefox-153-offer-data-ip-stun"), {
		now: now - 60 * minute,
	});

	test("the newest wins, wherever it stands", () => {
		const thread = [reply, older, invite].map(({ text }) => `${text}\n\n`);
		for (const all of [thread, thread.toReversed()])
			expect(readCode(all.join("> On Saturday Ann wrote:\n"), now)).toEqual(
				readCode(reply.text, now),
			);
	});

	test("of invites only the newest wins as well", () => {
		for (const all of [
			[older, invite],
			[invite, older],
		])
			expect(readCode(all.map(({ text }) => text).join("\n\n"), now)).toEqual(
				readCode(invite.text, now),
			);
	});

	test("of the same minute the reply wins, because it quotes the invite", () => {
		const at = { now, replyTo: invite.id };
		const prompt = writeCode(take("firefox-153-offer-data-ip-stun"), at);
		for (const thread of [
			`${prompt.text}\n\n> ${invite.text}\n`,
			`${invite.text}\n\n${prompt.text}\n`,
		])
			expect(readCode(thread, now)).toEqual(readCode(prompt.text, now));
	});

	test("who has a code is given what answers it, however new anything else in the thread", () => {
		const newer = writeCode(take("firefox-153-offer-data-mdns-stun"), { now });
		const thread = `${newer.text}\n> ${invite.text}\n`;
		const answer = writeCode(take("firefox-153-offer-data-ip-stun"), {
			now: now - 600_000,
			replyTo: invite.id,
		});
		const withAnswer = `${thread}\n> ${answer.text}`;
		expect(readCode(withAnswer, now, invite.id)).toEqual(
			readCode(answer.text, now),
		);
	});

	test("who has a code is given another's, if there is one, and else the own", () => {
		const thread = `${older.text}\n\n> ${invite.text}\n`;
		expect(readCode(thread, now, invite.id)).toEqual(readCode(older.text, now));
		expect(readCode(invite.text, now, invite.id)).toEqual(
			readCode(invite.text, now),
		);
	});

	test("a whole one wins over a newer one that is broken", () => {
		const thread = `${reply.text.slice(0, 90)}\n\n> ${older.text}\n`;
		expect(readCode(thread, now)).toEqual(readCode(older.text, now));
	});

	test("letters and digits of the same code are one", () => {
		const both = `${page}#${invite.digits}\n${invite.text}`;
		expect(readCode(both, now)).toEqual(readCode(invite.text, now));
	});
});

describe("there is no code in", () => {
	test.each([
		["nothing", ""],
		["prose", "Yes please, shall we say ten past three? Call +49 30 1234567."],
		["a link", "https://example.org/issues/3#12345678"],
		["a long number", "3.14159265358979323846264338327950288419716939937510"],
		["an address", "pigeon@example.org"],
		["other JSON", '{"type":"offer","price":3}'],
	])("%s", (_, text) => {
		const read = readCode(text, now);
		expect(read.ok).toBe(false);
	});
	test("prose, and that is what is said", () => {
		expect(readCode("Hello Bob, see you at 10:30 on 21.11.2026.", now)).toEqual(
			{ ok: false, problem: "notACode" },
		);
	});
});
