import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { dataSdp } from "./arbitrary.ts";
import { take } from "./captured.ts";

const now = 1_795_000_000_000;
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const others = "OoIiLlUu a-_*=.\n>é";

const samples = [
	writeCode(take("chromium-156-offer-data-ip-stun"), { now }),
	writeCode(take("firefox-153-offer-data-mdns-stun"), { now, replyTo: "beef" }),
	writeCode(take("firefox-153-answer-to-chromium-av-mdns-stun"), { now }),
];

/** Nothing else than the original, or no code at all. */
function expectRefusedOrRepaired(changed: string, original: string): void {
	const read = readCode(changed, now);
	if (read.ok) expect(read).toEqual(readCode(original, now));
	else
		expect(["cutOff", "damaged", "notACode", "newerVersion"]).toContain(
			read.problem,
		);
}

describe("a code that was cut off", () => {
	test.each(samples)("anywhere, says how much is missing ($format)", (code) => {
		for (let length = 0; length < code.text.length; length += 1) {
			const read = readCode(code.text.slice(0, length), now);
			if (length < "PGNA".length)
				expect(read).toEqual({ ok: false, problem: "notACode" });
			else if (length < "PGNA".length + 8)
				expect(read).toEqual({ ok: false, problem: "cutOff" });
			else
				expect(read).toEqual({
					ok: false,
					problem: "cutOff",
					missing: code.text.length - length,
				});
		}
	});

	test.each(samples)("in digits, says the same ($format)", (code) => {
		for (let length = 0; length < code.digits.length; length += 1) {
			const read = readCode(code.digits.slice(0, length), now);
			const link = readCode(
				`https://a.b/#${code.digits.slice(0, length)}`,
				now,
			);
			const missing = code.digits.length - length;
			expect(read.ok || link.ok).toBe(false);
			if (length >= 40) expect(read).toMatchObject({ missing });
			if (length >= 17) expect(link).toMatchObject({ missing });
		}
	});

	test.each(samples)(
		"at its start, is refused ($format)",
		({ text, digits }) => {
			for (let start = 1; start < text.length; start += 1)
				expect(readCode(text.slice(start), now).ok).toBe(false);
			for (let start = 1; start < digits.length; start += 1)
				expect(readCode(digits.slice(start), now).ok).toBe(false);
		},
	);

	test("in the middle of an email, says how much is missing", () => {
		const [{ text }] = samples as [(typeof samples)[0]];
		const mail = `Hi,\n\n${text.slice(0, 100)}\n\nSee you there,\nAnn Example`;
		expect(readCode(mail, now)).toMatchObject({
			problem: "cutOff",
			missing: text.length - 100,
		});
	});
});

describe("one wrong character", () => {
	test.each(samples)("in letters is refused or repaired ($format)", (code) => {
		const { text } = code;
		for (let at = 0; at < text.length; at += 1)
			for (const letter of letters + others) {
				if (code.format === "full" && at > 40 && (at * 31) % 17 > 2) continue;
				expectRefusedOrRepaired(
					text.slice(0, at) + letter + text.slice(at + 1),
					text,
				);
			}
	});

	test.each(samples)("in digits is refused ($format)", ({ digits, format }) => {
		for (let at = 0; at < digits.length; at += 1)
			for (const digit of "0123456789x #") {
				if (digit === digits[at]) continue;
				if (format === "full" && at > 40 && at % 7 > 0) continue;
				const changed = digits.slice(0, at) + digit + digits.slice(at + 1);
				expect(readCode(changed, now).ok).toBe(false);
			}
	});

	test("too much or too few is refused or repaired", () => {
		for (const { text, digits } of samples.slice(0, 2))
			for (let at = 0; at <= text.length; at += 1) {
				for (const extra of "0Z\u200b >")
					expectRefusedOrRepaired(
						text.slice(0, at) + extra + text.slice(at),
						text,
					);
				expectRefusedOrRepaired(text.slice(0, at) + text.slice(at + 1), text);
				expectRefusedOrRepaired(
					`${digits.slice(0, at)}0${digits.slice(at)}`,
					text,
				);
			}
	});

	test("stuck to the end is refused, because the length may be what is wrong", () => {
		for (const { text, digits } of samples) {
			const refused = { ok: false, problem: "damaged" };
			expect(readCode(`${text}0`, now)).toEqual(refused);
			expect(readCode(`${text}10`, now)).toEqual(refused);
			expect(readCode(`${digits}0`, now)).toEqual(refused);
		}
	});

	test("in any code is refused or repaired", () => {
		fc.assert(
			fc.property(
				dataSdp,
				fc.nat(),
				fc.constantFrom(...letters),
				(sdp, place, letter) => {
					const { text } = writeCode({ type: "offer", sdp }, { now });
					const at = place % text.length;
					expectRefusedOrRepaired(
						text.slice(0, at) + letter + text.slice(at + 1),
						text,
					);
				},
			),
			{ numRuns: 500 },
		);
	});
});
