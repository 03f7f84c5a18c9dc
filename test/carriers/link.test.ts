import { expect, test } from "vitest";
import { asLink, asScannable } from "../../src/carriers/link.ts";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { take } from "../codec/captured.ts";

test.each(["https://example.org/pigeon/", null])(
	"what is sent and what is scanned from a page at %s can be read",
	(pageUrl) => {
		const now = Date.UTC(2026, 10, 21);
		const offer = take("chromium-156-offer-data-ip-stun");
		const code = writeCode(offer, { now });
		for (const sent of [
			asLink({ code, pageUrl }),
			asScannable(pageUrl, code.digits),
		]) {
			const read = readCode(sent, now);
			expect(read.ok && read.value.id).toBe(code.id);
			expect(sent.includes("null")).toBe(false);
		}
	},
);
