import { describe, expect, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { captured, capturedData, take, withCandidates } from "./captured.ts";

const now = 1_795_000_000_000;
const { sdp } = take("firefox-153-offer-data-ip-stun");
const id = writeCode({ type: "offer", sdp }, { now }).id;
const idOf = (text: string) =>
	writeCode({ type: "offer", sdp: text }, { now }).id;

describe("the id of a code", () => {
	test("is four letters", () => {
		expect(id).toMatch(/^[0-9a-f]{4}$/);
	});

	test("stays when the same connection is described in another way", () => {
		expect(idOf(withCandidates(sdp, /srflx/))).toBe(id);
		expect(idOf(sdp.replace("actpass", "passive"))).toBe(id);
		expect(idOf(sdp.replace("a=mid:0", "a=mid:data"))).toBe(id);
		const later = { now: now + 600_000, replyTo: "00ff", prune: false };
		expect(writeCode({ type: "offer", sdp }, later).id).toBe(id);
	});

	test("stays when a fingerprint is written in small letters", () => {
		const small = sdp.replace(/(?<=sha-256 ).*/, (hex) => hex.toLowerCase());
		expect(small).not.toBe(sdp);
		expect(idOf(small)).toBe(id);
	});

	test("changes with the user name, the password and the fingerprint", () => {
		for (const name of ["ice-ufrag:", "ice-pwd:", "fingerprint:sha-256 "]) {
			const changed = sdp.replace(new RegExp(`(?<=a=${name})(.)`), (letter) =>
				letter === "0" ? "1" : "0",
			);
			expect(changed).not.toBe(sdp);
			expect(idOf(changed)).not.toBe(id);
		}
	});

	test("is the same for who writes and for who reads", () => {
		for (const { type, sdp: text } of captured) {
			const code = writeCode({ type, sdp: text }, { now });
			const read = readCode(code.text, now);
			expect(read.ok && read.value.id).toBe(code.id);
		}
	});

	test("is different for different makers", () => {
		const ids = capturedData.map(({ sdp: text }) => idOf(text));
		expect(new Set(ids).size).toBe(ids.length);
	});

	test("names the invite in a reply to it", () => {
		const reply = writeCode({ type: "offer", sdp }, { now, replyTo: "0a1b" });
		const read = readCode(reply.text, now);
		expect(reply.kind).toBe("reply");
		expect(read).toMatchObject({
			value: { kind: "reply", type: "offer", replyTo: "0a1b" },
		});
	});

	test("is not anything that somebody calls so", () => {
		for (const replyTo of ["", "123", "12345", "ABCD", "12 4", "zzzz"])
			expect(() => writeCode({ type: "offer", sdp }, { now, replyTo })).toThrow(
				RangeError,
			);
	});
});
