import { describe, expect, test } from "vitest";
import { readCode } from "../../src/codec/code.ts";
import { captured, take } from "./captured.ts";

const now = 1_795_000_000_000;
const offer = take("chromium-156-offer-av-ip-stun-balanced");
const answer = take("firefox-153-answer-to-chromium-av-ip-stun");
const common = { format: "full", madeAt: null, replyTo: null };

describe("the description of another tool", () => {
	test.each(captured)("as raw SDP: $name", ({ type, sdp }) => {
		const kind = type === "offer" ? "invite" : "reply";
		expect(readCode(sdp, now)).toMatchObject({
			ok: true,
			value: { ...common, kind, type, sdp },
		});
	});

	test.each([offer, answer])("as JSON: $name", ({ type, sdp }) => {
		const value = { ...common, type, sdp };
		const plain = { type, sdp };
		for (const text of [
			JSON.stringify(plain),
			JSON.stringify({ from: "ann", description: plain }, null, 2),
			`Here: ${JSON.stringify(plain)} – bye`,
			JSON.stringify(plain)
				.replaceAll('"type"', "“type”")
				.replace('"sdp"', "“sdp”"),
		])
			expect(readCode(text, now)).toMatchObject({ ok: true, value });
	});

	test("as raw SDP with quotation marks and plain line ends", () => {
		const quoted = offer.sdp.replaceAll("\r\n", "\n").replace(/^(?=.)/gm, "> ");
		expect(readCode(`Ann wrote:\n${quoted}\nBye`, now)).toMatchObject({
			value: { ...common, sdp: offer.sdp },
		});
	});

	test("has the same id as its code", () => {
		const read = readCode(offer.sdp, now);
		expect(read.ok && read.value.id).toMatch(/^[0-9a-f]{4}$/);
	});

	test.each([
		["a type that is neither", { type: "rollback", sdp: offer.sdp }],
		["no SDP", { type: "offer", sdp: "hello" }],
		["an SDP without a section", { type: "offer", sdp: "v=0\r\ns=-\r\n" }],
		["an SDP that is a number", { type: "offer", sdp: 3 }],
		[
			"an SDP that is too long",
			{ type: "offer", sdp: `${offer.sdp}${"a=x\r\n".repeat(20_000)}` },
		],
		[
			"a depth that nobody has",
			{ a: { b: { c: { type: "offer", sdp: offer.sdp } } } },
		],
	])("with %s is none", (_, value) => {
		const text = JSON.stringify(value);
		expect(readCode(text, now)).toEqual({ ok: false, problem: "notACode" });
	});
});
