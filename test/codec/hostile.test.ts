import { describe, expect, test } from "vitest";
import { armor } from "../../src/codec/base32.ts";
import { varint } from "../../src/codec/bytes.ts";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { wrap } from "../../src/codec/envelope.ts";
import { compress } from "../../src/codec/lz.ts";
import { take } from "./captured.ts";
import { expectHarmless } from "./harmless.ts";

const now = 1_795_000_000_000;
const million = 2 ** 20;
const { text } = writeCode(take("chromium-156-offer-data-ip-stun"), { now });
const media = writeCode(take("chromium-156-offer-av-ip-stun-balanced"), {
	now,
});

describe("whoever makes a code", () => {
	test("can put no line into a card by a field", () => {
		const { sdp } = take("chromium-156-offer-data-ip-stun");
		const evil = "x\r\na=setup:passive\r\n";
		for (const field of ["ice-ufrag", "ice-pwd", "fingerprint", "mid", "setup"])
			for (const place of [`a=${field}:`, `a=${field}:sha-256 `]) {
				const code = writeCode(
					{ type: "offer", sdp: sdp.replace(place, place + evil) },
					{ now },
				);
				const read = readCode(code.text, now);
				if (read.ok && read.value.format === "card")
					expectHarmless(read.value.sdp);
			}
	});

	test("cannot make it unpack into more than it may", () => {
		for (const flags of [0, 1, 2]) {
			const body = compress("a=x".repeat(100_000));
			const made = { shape: "full", minute: 0, replyTo: null } as const;
			const read = readCode(
				`PGNA${armor(wrap({ ...made, flags, body }))}`,
				now,
			);
			expect(read).toEqual({ ok: false, problem: "damaged" });
		}
	});
});

test("a text that is longer than any email is not read at all", () => {
	expect(readCode("x".repeat(million + 1), now)).toEqual({
		ok: false,
		problem: "tooLong",
	});
});

describe("a megabyte is read within 50 ms", () => {
	// The line of 102 letters in the book, over and over, and a byte too many at the end.
	const steps = [...varint(1 * 4 + 1), ...varint(2 * 24)];
	const again = [...varint(1 * 4 + 1), ...varint(1)];
	const told = [...steps, ...Array.from({ length: 600 }, () => again).flat()];
	const bomb = (flags: number, packed: Iterable<number>) => {
		const all = [...packed];
		const body = Uint8Array.from([...varint(all.length), ...all, 9, 9]);
		const made = { shape: "full", minute: 0, replyTo: null } as const;
		return `PGNA${armor(wrap({ ...made, flags, body }))}`;
	};
	/** Letters that repeat too rarely for any compression. */
	const every = (count: number) =>
		Array.from({ length: count }, (_, at) =>
			String.fromCharCode((at * 40503 + at * at * 7) & 65535),
		).join("");
	const fill = (piece: string) =>
		piece.repeat(Math.ceil(million / piece.length)).slice(0, million);
	const longHead = armor(Uint8Array.of(0x40, 0x80, 0x80, 0x01, 0, 0)).slice(
		0,
		9,
	);
	const noise = writeCode({ type: "offer", sdp: every(3500) }, { now });
	test.each([
		["prose", fill("The quick brown pigeon jumps over the lazy dog. ")],
		["marks", fill("PGNA")],
		["marks that could be", fill("p g n ")],
		["half marks", fill("ppppppppgggggggg        n  ")],
		["marks of the longest code", fill(`PGNA${longHead} `)],
		[
			"one code that never ends",
			`PGNA${longHead}${fill("Z")}`.slice(0, million),
		],
		["words of one letter", `PGNA${longHead}${fill("Z ")}`.slice(0, million)],
		["digits", fill("1234567890")],
		["digits with spaces", fill("1        ")],
		["links with digits", fill(`#${"9".repeat(39)} `)],
		["percent signs", fill("%25")],
		["entities", `PGNA${longHead}${fill("&gt;")}`.slice(0, million)],
		["open tags", `PGNA${longHead}${fill("<a ")}`.slice(0, million)],
		["cut codes", fill(`${text.slice(0, 100)}\n`)],
		["whole codes", fill(`${text}\n`)],
		["whole long codes", fill(`${media.text}\n`)],
		["codes that repeat a line, and then fail", fill(`${bomb(1, told)}\n`)],
		[
			"codes that unpack into much, and then fail",
			fill(`${bomb(2, compress("\xff".repeat(16_384)))}\n`),
		],
		[
			"the longest codes that cannot be opened",
			fill(`${bomb(2, compress(every(4000)))}\n`),
		],
		["the longest whole codes", fill(`${noise.text}\n`)],
		["whole codes in digits", fill(`#${text}\n#${media.digits}\n`)],
		["line ends", fill("\n")],
		["empty quotations", fill("> > > \n")],
		["starts of SDP", fill("v=0\r\nm=audio\r\n")],
		["brackets", `"sdp"${fill("[")}`.slice(0, million)],
		["braces", `{"sdp":${fill('{"sdp":')}`.slice(0, million)],
		["spaces", fill(" ")],
	])("of %s", (_, long) => {
		expect(long.length).toBeGreaterThan(million - 1000);
		// The best of a few: another program may have the processor for a while.
		const times = Array.from({ length: 5 }, () => {
			const start = performance.now();
			readCode(long, now);
			return performance.now() - start;
		});
		expect(Math.min(...times)).toBeLessThan(50);
	});
});
