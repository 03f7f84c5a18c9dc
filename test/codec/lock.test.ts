import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { armor } from "../../src/codec/base32.ts";
import { readCode, type WrittenCode, writeCode } from "../../src/codec/code.ts";
import { toDigits } from "../../src/codec/decimal.ts";
import { enclose } from "../../src/codec/envelope.ts";
import { lock, unlock } from "../../src/codec/lock.ts";
import type { LockedCode } from "../../src/codec/problem.ts";
import { dataSdp } from "./arbitrary.ts";
import { capturedData, take } from "./captured.ts";
import { sealer } from "./sealer.ts";

const now = 1_795_000_000_000;
const { FUZZ_MS = "2000" } = process.env;
const fuzzMs = Number(FUZZ_MS);
const passphrase = "amber river lantern fox";
const salt = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

const invite = writeCode(take("chromium-156-offer-data-ip-stun"), { now });
const reply = writeCode(take("firefox-153-offer-data-mdns-stun"), {
	now,
	replyTo: invite.id,
});
const sealed = (code: WrittenCode) => lock(code, passphrase, salt, sealer);

function lockedIn(text: string, mine: string | null = null): LockedCode {
	const read = readCode(text, now, mine);
	if (read.ok || read.problem !== "locked") throw new Error("is not locked");
	const [first] = read.locked;
	if (!first) throw new Error("has nothing locked in it");
	return first;
}

describe("a locked code", () => {
	test("opens with its passphrase, and is then what it was", async () => {
		for (const code of [invite, reply]) {
			const { text, digits } = await sealed(code);
			for (const spelling of [text, digits, `Hi!\n> ${text}\nBye`]) {
				const opened = await unlock(
					lockedIn(spelling),
					passphrase,
					sealer,
					now,
				);
				expect(opened).toEqual({
					code: readValue(code.text),
					text: code.text,
				});
			}
		}
	});

	test("opens with what was read aloud: capitals, hyphens and spaces do not matter", async () => {
		const locked = lockedIn((await sealed(invite)).text);
		for (const said of [
			"Amber River, Lantern Fox",
			" amber-river\nlantern  fox.",
		])
			expect(await unlock(locked, said, sealer, now)).toMatchObject({
				text: invite.text,
			});
	});

	test("says that a passphrase is wrong", async () => {
		const locked = lockedIn((await sealed(invite)).text);
		for (const wrong of ["amber river lantern box", "", "amber river lantern"])
			expect(await unlock(locked, wrong, sealer, now)).toBe("wrongPassphrase");
	});

	test("is at most 26 bytes longer than the open one", async () => {
		for (const one of capturedData) {
			const code = writeCode(one, { now });
			const { bytes } = await sealed(code);
			expect(bytes.length - code.bytes.length).toBeLessThanOrEqual(26);
		}
	});

	test("shows neither what it is, nor when it was made, nor whom it answers", async () => {
		const other = await lock(
			writeCode(take("chromium-156-offer-data-ip-stun"), {
				now: now + 86_400_000,
			}),
			passphrase,
			salt,
			sealer,
		);
		const answer = await sealed(reply);
		for (const { text, bytes } of [await sealed(invite), other, answer]) {
			expect(text.slice(0, 4)).toBe("PGNA");
			expect(bytes[0]).toBe(0x81);
			expect(hex(bytes.subarray(2, 11))).toMatch(/^(?:01)?0102030405060708/);
		}
		// All the rest is what AES makes of it: one bit of difference, and half of the bits differ.
		const [one, two] = [(await sealed(invite)).bytes, other.bytes];
		expect(one.length).toBe(two.length);
		const salted = await lock(invite, passphrase, salt.toReversed(), sealer);
		const same = [...one].filter((byte, at) => byte === salted.bytes[at]);
		expect(same.length).toBeLessThan(12);
	});

	test("is the one that counts beside my own invite, quoted in the open", async () => {
		const { text } = await sealed(reply);
		const thread = `${text}\n> ${invite.text}`;
		expect(lockedIn(thread, invite.id).text).toBe(text);
		// Without knowing that it is mine, what can be read is read.
		expect(readCode(thread, now)).toMatchObject({ value: { id: invite.id } });
	});

	test("is not looked for without end", async () => {
		const many = await Promise.all(
			Array.from({ length: 9 }, (_, at) =>
				enclose(
					0x81,
					Uint8Array.from({ length: 40 }, () => at),
				),
			),
		);
		const read = readCode(
			many.map((one) => `PGNA${armor(one)}`).join("\n"),
			now,
		);
		expect(read).toMatchObject({ problem: "locked" });
		expect("locked" in read && read.locked.length).toBe(4);
	});

	test("of another way of sealing is of a newer version", () => {
		for (const first of [0x80, 0x82, 0x9f, 0xa0, 0xa1]) {
			const bytes = enclose(first, new Uint8Array(60));
			expect(readCode(`PGNA${armor(bytes)}`, now)).toEqual({
				ok: false,
				problem: "newerVersion",
			});
		}
	});
});

function readValue(text: string) {
	const read = readCode(text, now);
	return read.ok ? read.value : null;
}

describe("a locked code that was damaged", () => {
	test("by one character is refused before anybody is asked for a passphrase", async () => {
		const { text, digits } = await sealed(reply);
		for (let at = 4; at < text.length; at += 1) {
			const other = text[at] === "7" ? "8" : "7";
			const changed = text.slice(0, at) + other + text.slice(at + 1);
			expect(readCode(changed, now)).toMatchObject({ ok: false });
			expect(readCode(changed, now)).not.toMatchObject({ problem: "locked" });
		}
		for (let at = 0; at < digits.length; at += 1) {
			const other = digits[at] === "7" ? "8" : "7";
			const changed = digits.slice(0, at) + other + digits.slice(at + 1);
			expect(readCode(changed, now)).not.toMatchObject({ problem: "locked" });
		}
	});

	test("when it was cut off, says how much is missing", async () => {
		const { text } = await sealed(invite);
		for (const missing of [1, 20, text.length - 20])
			expect(readCode(text.slice(0, -missing), now)).toEqual({
				ok: false,
				problem: "cutOff",
				missing,
			});
	});

	test("on purpose, with a checksum that fits, does not open", async () => {
		const { bytes } = await sealed(invite);
		const inside = bytes.slice(3, -2);
		// The salt makes another key, which takes its time: one bit of it, and many of what is sealed.
		for (const at of [0, 8, 9, 30, inside.length - 17, inside.length - 1]) {
			const changed = inside.map((byte, on) => (on === at ? byte ^ 1 : byte));
			const text = `PGNA${armor(enclose(0x81, changed))}`;
			expect(await unlock(lockedIn(text), passphrase, sealer, now)).toBe(
				"wrongPassphrase",
			);
		}
		const shorter = `PGNA${armor(enclose(0x81, inside.slice(0, -1)))}`;
		expect(await unlock(lockedIn(shorter), passphrase, sealer, now)).toBe(
			"wrongPassphrase",
		);
	});

	test(
		"with anything at all sealed in it, is a code or has a named problem",
		async () => {
			const until = Date.now() + fuzzMs;
			await fc.assert(
				fc.asyncProperty(
					fc.oneof(
						fc.uint8Array({ minLength: 3, maxLength: 300 }),
						fc
							.tuple(dataSdp, fc.nat(), fc.nat(255))
							.map(([sdp, place, byte]) => {
								const { bytes } = writeCode({ type: "offer", sdp }, { now });
								const head = bytes.length > 130 ? 3 : 2;
								const plain = Uint8Array.from([
									bytes[0] ?? 0,
									...bytes.slice(head, -2),
								]);
								plain[place % plain.length] = byte;
								return plain;
							}),
					),
					async (plain) => {
						const made = { ...invite, bytes: enclosePlain(plain) };
						const { bytes } = await lock(made, passphrase, salt, sealer);
						const [locked] = [lockedIn(toDigits(bytes))];
						const opened = await unlock(locked, passphrase, sealer, now);
						if (typeof opened === "string")
							expect(["damaged", "newerVersion"]).toContain(opened);
						else expect(readCode(opened.text, now).ok).toBe(true);
					},
				),
				{
					numRuns: 1_000_000,
					interruptAfterTimeLimit: Math.max(1, until - Date.now()),
				},
			);
		},
		2 * fuzzMs + 10_000,
	);
});

/** The form in which a code is handed to be locked. */
const enclosePlain = (plain: Uint8Array) =>
	enclose(plain[0] ?? 0, plain.slice(1));
