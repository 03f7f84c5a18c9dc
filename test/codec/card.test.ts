import fc from "fast-check";
import QRCode from "qrcode";
import { describe, expect, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { dataSdp } from "./arbitrary.ts";
import {
	candidatesOf,
	capturedData,
	lineOf,
	meaningOf,
	take,
	withCandidates,
} from "./captured.ts";

const now = 1_795_000_000_000;
const prefix = "https://user.github.io/app/#";

function reread(type: "offer" | "answer", sdp: string, prune?: boolean) {
	const code = writeCode(
		{ type, sdp },
		prune === undefined ? { now } : { now, prune },
	);
	const read = readCode(code.text, now);
	if (!read.ok) throw new Error(read.problem);
	expect(readCode(code.digits, now)).toEqual(read);
	expect(read.value.format).toBe(code.format);
	return read.value;
}

describe("a card", () => {
	test.each(capturedData)("says what $name says", ({ type, sdp }) => {
		const read = reread(type, sdp);
		expect(read).toMatchObject({ format: "card", type, replyTo: null });
		expect(meaningOf(read.sdp)).toEqual(meaningOf(sdp));
		expect(candidatesOf(read.sdp)).toHaveLength(candidatesOf(sdp).length);
	});

	test("says what any description of one data channel says", () => {
		fc.assert(
			fc.property(
				dataSdp,
				fc.constantFrom("offer" as const, "answer" as const),
				(sdp, type) => {
					const read = reread(type, sdp, false);
					const isSayable =
						type === "offer" || lineOf(sdp, "setup") !== "actpass";
					expect(read.format).toBe(isSayable ? "card" : "full");
					if (isSayable)
						expect({ ...meaningOf(read.sdp), candidates: 0 }).toEqual({
							...meaningOf(sdp),
							candidates: 0,
						});
					expect(candidatesOf(read.sdp)).toHaveLength(candidatesOf(sdp).length);
					// Written again it is the same card.
					expect(reread(type, read.sdp, false).sdp).toBe(read.sdp);
				},
			),
		);
	});

	test.each(["actpass", "active", "passive"])(
		"keeps an offer with a=setup:%s",
		(setup) => {
			const { sdp } = take("chromium-156-offer-data-mdns-stun");
			const read = reread("offer", sdp.replace("actpass", setup));
			expect(read).toMatchObject({ format: "card", type: "offer" });
			expect(lineOf(read.sdp, "setup")).toBe(setup);
		},
	);

	test("tells the candidates' order, but neither foundations nor local addresses", () => {
		const { sdp } = take("chromium-156-offer-data-ip-stun");
		const lines = reread("offer", sdp).sdp.match(/^a=candidate.*$/gm);
		expect(lines).toEqual([
			expect.stringMatching(
				/^a=candidate:1 1 udp 2130706431 fd99::2 \d+ typ host$/,
			),
			expect.stringMatching(
				/^a=candidate:2 1 udp 2130706175 10\.99\.0\.2 \d+ typ host$/,
			),
			expect.stringMatching(
				/^a=candidate:3 1 udp 1694498303 203\.0\.113\.77 \d+ typ srflx raddr 0\.0\.0\.0 rport 0$/,
			),
		]);
	});

	test("has the time of its making, to the minute", () => {
		const { sdp } = take("firefox-153-offer-data-ip-stun");
		const code = writeCode({ type: "offer", sdp }, { now });
		const read = readCode(code.text, now + 20 * 60_000);
		expect(read).toMatchObject({
			value: { madeAt: Math.floor(now / 60_000) * 60_000 },
		});
	});
});

describe("a description that a card cannot say travels in full", () => {
	const { sdp } = take("chromium-156-offer-data-ip-stun");
	const other = "AA".concat(":AA".repeat(31));
	test.each([
		["another mid", sdp.replace("a=mid:0", "a=mid:data")],
		["another port of SCTP", sdp.replace("port:5000", "port:5001")],
		["a second fingerprint", `${sdp}a=fingerprint:sha-256 ${other}\r\n`],
		[
			"a fingerprint of another kind",
			sdp.replace(/sha-256 .*/, `sha-1 ${other.slice(0, 59)}\r`),
		],
		["early SCTP parameters", `${sdp}a=sctp-init:AAAA\r\n`],
		["ICE lite", sdp.replace("t=0 0\r\n", "t=0 0\r\na=ice-lite\r\n")],
		["another direction", `${sdp}a=recvonly\r\n`],
		["a bandwidth", `${sdp}b=AS:30\r\n`],
		["a second section", `${sdp}m=audio 9 UDP/TLS/RTP/SAVPF 0\r\n`],
		["a refused section", sdp.replace(/m=application \d+/, "m=application 0")],
		["no role", sdp.replace("a=setup:actpass\r\n", "")],
		["a role of old", sdp.replace("actpass", "holdconn")],
		["a short password", sdp.replace(/a=ice-pwd:.*/, "a=ice-pwd:abc\r")],
		["a user name that is not one", sdp.replace(/ufrag:.*/, "ufrag:a-b_c\r")],
		["a size beyond 32 bits", sdp.replace("262144", "4294967296")],
		[
			"a candidate that it does not know",
			sdp.replace("typ srflx", "typ prflx"),
		],
		["an impossible port", sdp.replace(/ \d+ typ host/, " 65536 typ host")],
		["a carriage return of its own", sdp.replace("s=-", "s=-\ra=x")],
		["no empty end", `${sdp}\r\n`],
	])("%s", (_, text) => {
		const read = reread("offer", text);
		expect(read).toMatchObject({ format: "full", sdp: text });
	});
});

describe("the size of a card", () => {
	const cases = [
		["one IPv4 address", "ip", / 10\.99\.0\.2 .*typ host/, 1, 66, 6],
		["one .local name", "mdns", /udp .*\.local /i, 1, 78, 7],
		["IPv4, IPv6 and server-reflexive", "ip", /udp/i, 3, 91, 7],
	] as const;
	// Firefox says its user name and password in one byte less.
	const makers = [
		["chromium-156", 0],
		["firefox-153", 1],
	] as const;
	for (const [what, addresses, pattern, count, bytes, version] of cases)
		test.each(makers)(`with ${what}, by %s`, (maker, less) => {
			const { sdp: whole } = take(`${maker}-offer-data-${addresses}-stun`);
			const sdp = withCandidates(whole, pattern, count);
			expect(candidatesOf(sdp)).toHaveLength(count);
			const invite = writeCode({ type: "offer", sdp }, { now });
			const reply = writeCode({ type: "offer", sdp }, { now, replyTo: "1234" });
			expect(invite.bytes.length).toBe(bytes - less);
			expect(reply.bytes.length).toBe(invite.bytes.length + 2);
			const picture = QRCode.create(prefix + invite.digits, {
				errorCorrectionLevel: "M",
			});
			expect(picture.version).toBe(version);
		});
});
