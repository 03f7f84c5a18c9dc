import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type ForeignProblem,
	nameForeign,
} from "../../src/carriers/foreign.ts";
import { readCode } from "../../src/codec/code.ts";
import { en } from "../../src/i18n/en.ts";

const samples: readonly (readonly [ForeignProblem, string])[] = [
	["foreignLink", "https://shop.example/table/7"],
	["foreignLink", "HTTP://SHOP.EXAMPLE/A"],
	["foreignLink", "www.shop.example"],
	["foreignLink", "\n https://shop.example/#menu"],
	["foreignLink", "https://shop.example/order#4711"],
	["foreignWifi", "WIFI:T:WPA;S:guests;P:welcome;;"],
	["foreignWifi", "wifi:S:guests;;"],
	["foreignContact", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A B\r\nEND:VCARD"],
	["foreignContact", "MECARD:N:B,A;TEL:0123456789;;"],
	["foreignPhone", "tel:+41791234567"],
	["foreignMessage", "SMSTO:+41791234567:hello"],
	["foreignMessage", "sms:+41791234567?body=hello"],
	["foreignMail", "mailto:a@b.example?subject=x"],
	["foreignMail", "MATMSG:TO:a@b.example;SUB:x;BODY:y;;"],
	["foreignMail", "a.b+c@b.example"],
	["foreignPlace", "geo:46.948,7.447?z=15"],
	["foreignDate", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x"],
	["foreignDate", "BEGIN:VEVENT\nSUMMARY:x"],
	["foreignPayment", "bitcoin:bc1qexample?amount=0.1"],
	["foreignPayment", "BCD\n002\n1\nSCT\nBIC\nName\nDE00\nEUR1"],
	["foreignPayment", "SPC\r\n0200\r\n1\r\nCH00"],
	["foreignPayment", "SPD*1.0*ACC:CZ00*AM:1.00"],
	["foreignPayment", "upi://pay?pa=a@b"],
	["foreignPayment", "00020101021226580014br.gov.bcb.pix0136a-b"],
	["foreignLogin", "otpauth://totp/A?secret=ABC"],
	["foreignText", "Table 7"],
	["foreignText", "4006381333931"],
	["foreignText", "Note: bring bread"],
	["foreignText", "Grüße aus Köln"],
	["foreignText", "日本語のテキスト"],
	["foreignQr", "intent://scan/#Intent;scheme=x;end"],
	["foreignQr", "javascript:alert(1)"],
	["foreignQr", "\u0000\u0001\u0002"],
	["foreignQr", "\ufffd\ufffdPNG"],
	["foreignQr", "—"],
	["foreignQr", ""],
];

test.each(samples)("%s: %j", (name, text) => {
	expect(nameForeign([text])).toBe(name);
	// And the reader of codes leaves it to this.
	expect(readCode(text)).toMatchObject({ problem: "notACode" });
});

test("several of one kind are of that kind; of different kinds they are just not ours", () => {
	const [link, other, wifi] = [
		"https://a.example",
		"https://b.example",
		"WIFI:S:a;;",
	];
	expect(nameForeign([link, other])).toBe("foreignLink");
	expect(nameForeign([link, wifi])).toBe("foreignQr");
	expect(nameForeign([])).toBe("foreignQr");
});

describe("hostile", () => {
	const names = new Set(Object.keys(en.problem));

	test("whatever a code says, a name that has a sentence comes back", () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: "binary", maxLength: 400 }), {
					maxLength: 8,
				}),
				(texts) => names.has(nameForeign(texts)),
			),
		);
	});

	test("only the beginning is looked at, however long it goes on", () => {
		const long = [
			`https://${"a".repeat(2 ** 20)}`,
			`${"a".repeat(2 ** 20)}@b.example`,
			`${"a.".repeat(2 ** 19)}@`,
			`${" ".repeat(2 ** 20)}WIFI:S:a;;`,
			`a${"+".repeat(2 ** 20)}:`,
		];
		const startedAt = performance.now();
		expect(nameForeign(long.slice(0, 1))).toBe("foreignLink");
		for (const text of long) nameForeign([text]);
		expect(performance.now() - startedAt).toBeLessThan(500);
	});

	test("what it says is in no sentence", () => {
		const secret = "hunter2";
		const name = nameForeign([`WIFI:T:WPA;S:home;P:${secret};;`]);
		expect(en.problem[name]).toContain("Wi-Fi");
		expect(en.problem[name]).not.toContain(secret);
	});
});
