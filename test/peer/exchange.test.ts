import { expect, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { createExchange } from "../../src/peer/exchange.ts";
import { captured, take } from "../codec/captured.ts";

const { type, sdp } = take("chromium-156-offer-data-ip-stun");
const now = () => 1_795_000_000_000;
const other = `sha-256 ${Array(32).fill("AB").join(":")}`;

function taking(theirs: string) {
	const { text } = writeCode({ type, sdp: theirs }, { now: now() });
	const read = readCode(text, now());
	if (!read.ok) throw new Error(read.problem);
	return createExchange(now, false).take(read.value);
}

test.each([
	["fingerprints", "a=fingerprint:", `a=fingerprint:${other}\r\n`],
	["ICE names", "a=ice-ufrag:", "a=ice-ufrag:oTHr\r\n"],
	["ICE passwords", "a=ice-pwd:", `a=ice-pwd:${"o".repeat(24)}\r\n`],
])(
	"a code with two %s is of no use, wherever and however the second is said",
	(_, line, second) => {
		const unusable = { ok: false, problem: "unusable" };
		expect(taking(sdp)).toMatchObject({ ok: true });
		expect(taking(sdp.replace(line, second + line))).toEqual(unusable);
		expect(taking(sdp.replace("t=0 0\r\n", `t=0 0\r\n${second}`))).toEqual(
			unusable,
		);
		// Some parsers take any letters, and any end of a line.
		expect(taking(sdp + second.toUpperCase())).toEqual(unusable);
		expect(taking(sdp + second.replace("a=", "a=x\u2028a="))).toEqual(unusable);
	},
);

test("of another tool's it is taken: nothing is claimed about whose it is", () => {
	const twice = `${sdp}a=fingerprint:${other}\r\n`;
	const read = readCode(JSON.stringify({ type, sdp: twice }), now());
	if (!read.ok) throw new Error(read.problem);
	expect(createExchange(now, false).take(read.value).ok).toBe(true);
});

test("no browser says anything twice", () => {
	for (const one of captured) expect(taking(one.sdp).ok).toBe(true);
});
