import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { packFull, unpackFull } from "../../src/codec/full.ts";
import { compress, decompress } from "../../src/codec/lz.ts";
import { oddSdp } from "./arbitrary.ts";
import { captured, capturedMedia, take } from "./captured.ts";

const now = 1_795_000_000_000;
const lines = captured.flatMap(({ sdp }) => sdp.split("\r\n"));

function refold(sdp: string): string | null {
	const { flags, body } = packFull({ type: "offer", sdp });
	const full = unpackFull(flags, Uint8Array.from(body));
	return typeof full === "string" ? null : full.sdp;
}

describe("a code in full", () => {
	test.each(captured)("gives back every byte of $name", ({ type, sdp }) => {
		const { flags, body } = packFull({ type, sdp });
		expect(unpackFull(flags, Uint8Array.from(body))).toEqual({ type, sdp });
		expect([...body].length).toBeLessThanOrEqual(
			deflateRawSync(sdp, { level: 9 }).length,
		);
	});

	test.each(capturedMedia)("takes at most 600 bytes for $name", (one) => {
		const code = writeCode(one, { now });
		expect(code.format).toBe("full");
		expect(code.bytes.length).toBeLessThanOrEqual(600);
		for (const text of [code.text, code.digits])
			expect(readCode(text, now)).toMatchObject({ value: { sdp: one.sdp } });
	});

	test("gives back every letter of anything at all", () => {
		fc.assert(
			fc.property(oddSdp(lines), (sdp) => {
				expect(refold(sdp)).toBe(sdp);
			}),
			{ numRuns: 300 },
		);
	});

	test("gives back what merely looks like a field", () => {
		const odd = [
			"o=- 00012345678901 2 IN IP4 010.0.0.1",
			"a=candidate:99999999999999999999 1 udp 4294967296 ::0:1 65536 typ host",
			"a=candidate:1 1 udp 10000 2001:DB8::1 10000 typ host raddr 1::2::3 rport 0",
			"a=ice-ufrag:abcdef12 a=ice-pwd:/+/=",
			"a=fingerprint:sha-256 aa:bb",
			"a=msid:A90EACBA-5A0B-46aa-86d7-5730ac127fcd",
			"a=ssrc:4294967295 cname:{9a0eacba-5a0b-46aa-86d7-5730ac127fcd}",
			"¤§¶¹²³·÷",
		];
		for (const line of odd) expect(refold(`${line}\r\n`)).toBe(`${line}\r\n`);
		expect(refold(odd.join("\r\n"))).toBe(odd.join("\r\n"));
	});

	test("of another browser's next version is still short", () => {
		const { sdp } = take("chromium-156-offer-av-ip-stun-balanced");
		const drifted = sdp
			.replaceAll("extmap:14 ", "extmap:16 ")
			.replaceAll(/(?<=:|=)(10[0-9])(?= )/g, (number) =>
				String(Number(number) + 60),
			)
			.replace("a=rtcp-rsize\r\n", "a=rtcp-rsize\r\na=something-new:42 x\r\n");
		const { body } = packFull({ type: "offer", sdp: drifted });
		expect(refold(drifted)).toBe(drifted);
		expect([...body].length).toBeLessThan(600);
	});

	test("takes descriptions of up to 65,536 characters and no longer ones", () => {
		const longest = "x\r\n".repeat(30_000).slice(0, 65_536);
		expect(refold(longest)).toBe(longest);
		expect(refold("\u{1f54a}".repeat(32_768))).toBe("\u{1f54a}".repeat(32_768));
		expect(() => packFull({ type: "offer", sdp: `${longest}x` })).toThrow(
			RangeError,
		);
	});
});

describe("compression", () => {
	test("is undone, for text of any letters", () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.nat(65535).map((code) => String.fromCharCode(code)),
					maxLength: 300,
				}),
				fc.constantFrom(1, 7, 40),
				(text, times) => {
					const long = text.repeat(times);
					expect(decompress(compress(long), long.length)).toBe(long);
				},
			),
		);
	});

	test("is not undone beyond the bound, by a single letter", () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 500 }), (text) => {
				expect(decompress(compress(text), text.length - 1)).toBeNull();
			}),
		);
	});

	test("of a bomb is not even begun", () => {
		const bomb = compress("x".repeat(2 ** 18));
		expect(bomb.length).toBeLessThan(1000);
		const start = performance.now();
		expect(decompress(bomb, 65_536)).toBeNull();
		expect(performance.now() - start).toBeLessThan(20);
	});

	test("that nobody made gives a text or nothing", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				const text = decompress(bytes, 1000);
				expect(text === null || text.length <= 1000).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});
});
