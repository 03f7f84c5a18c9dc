import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { armor } from "../../src/codec/base32.ts";
import { varint } from "../../src/codec/bytes.ts";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { wrap } from "../../src/codec/envelope.ts";
import { compress } from "../../src/codec/lz.ts";
import { candidatesOf, captured, lineOf, take } from "./captured.ts";

const now = 1_795_000_000_000;
const million = 2 ** 20;
/** More than a few seconds only where somebody asks for it. */
const { FUZZ_MS = "2000" } = process.env;
const fuzzMs = Number(FUZZ_MS);
const timeoutMs = 2 * fuzzMs + 10_000;
const { text } = writeCode(take("chromium-156-offer-data-ip-stun"), { now });
const media = writeCode(take("chromium-156-offer-av-ip-stun-balanced"), {
	now,
});

const cardLines = [
	/^v=0$/,
	/^o=- 1 2 IN IP4 127\.0\.0\.1$/,
	/^s=-$/,
	/^t=0 0$/,
	/^a=group:BUNDLE 0$/,
	/^m=application 9 UDP\/DTLS\/SCTP webrtc-datachannel$/,
	/^c=IN IP4 0\.0\.0\.0$/,
	/^a=candidate:\d+ 1 udp \d+ [0-9A-Za-z.:-]{1,253} \d{1,5} typ (host|((srflx|relay) raddr (0\.0\.0\.0|::) rport 0))$/,
	/^a=ice-ufrag:[0-9A-Za-z+/]{4,256}$/,
	/^a=ice-pwd:[0-9A-Za-z+/]{22,256}$/,
	/^a=ice-options:trickle$/,
	/^a=fingerprint:sha-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}$/,
	/^a=setup:(actpass|active|passive)$/,
	/^a=mid:0$/,
	/^a=sctp-port:5000$/,
	/^a=max-message-size:\d{1,10}$/,
];

/** Whatever is in the bytes, only lines of these forms may come out. */
function expectHarmless(sdp: string): void {
	expect(sdp.endsWith("\r\n")).toBe(true);
	for (const line of sdp.slice(0, -2).split("\r\n"))
		expect(cardLines.some((form) => form.test(line))).toBe(true);
	expect(candidatesOf(sdp).length).toBeLessThanOrEqual(32);
	for (const one of candidatesOf(sdp)) {
		const port = Number(one.split(" ").at(-1));
		expect(port >= 1 && port <= 65535).toBe(true);
	}
	expect(lineOf(sdp, "ice-ufrag")).toBeDefined();
}

const envelope = fc.record({
	shape: fc.constantFrom("card" as const, "full" as const),
	flags: fc.nat(31),
	minute: fc.nat(65535),
	replyTo: fc.option(fc.constant("beef")),
	body: fc.oneof(
		fc.uint8Array({ maxLength: 200 }),
		// The first 53 bytes of a card cannot be wrong, so most of what is tried should lie behind them.
		fc
			.tuple(
				fc.uint8Array({ minLength: 53, maxLength: 53 }),
				fc.constantFrom(0x10, 0x20, 0x30, 0x40, 0x11, 0x4c, 0x9b),
				fc.uint8Array({ maxLength: 60 }),
			)
			.map(([start, kinds, rest]) =>
				Uint8Array.from([...start, kinds, ...rest]),
			),
	),
});

describe("whoever makes a code", () => {
	test(
		"can only make a description of the one form that cards have",
		() => {
			let cards = 0;
			fc.assert(
				fc.property(envelope, (made) => {
					const read = readCode(`PGNA${armor(wrap(made))}`, now);
					if (!read.ok)
						expect(["damaged", "newerVersion"]).toContain(read.problem);
					else if (read.value.format === "card") {
						cards += 1;
						expectHarmless(read.value.sdp);
					}
				}),
				{
					numRuns: 10_000_000,
					interruptAfterTimeLimit: fuzzMs,
					markInterruptAsFailure: false,
				},
			);
			expect(cards).toBeGreaterThan(0);
		},
		timeoutMs,
	);

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

describe("no text makes reading throw", () => {
	const pieces = [
		text,
		text.slice(0, 50),
		media.digits,
		"PGNA",
		"pgnb",
		"PGNA0",
		"#",
		"%23",
		"> ",
		"\n",
		'{"type":"offer","sdp":"v=0',
		'\\r\\nm="}',
		"v=0\r\n",
		"m=audio 9\n",
		"&gt;",
		"<br ",
		"0123456789".repeat(5),
		...captured.map(({ sdp }) => sdp.slice(0, 300)),
	];
	test(
		"whether it is made of code or of anything",
		() => {
			fc.assert(
				fc.property(
					fc.array(
						fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" })),
					),
					(all) => {
						const read = readCode(all.join(""), now);
						expect(typeof read.ok).toBe("boolean");
					},
				),
				{
					numRuns: 10_000_000,
					interruptAfterTimeLimit: fuzzMs,
					markInterruptAsFailure: false,
				},
			);
		},
		timeoutMs,
	);

	test("and one that is longer than any email is not read at all", () => {
		expect(readCode("x".repeat(million + 1), now)).toEqual({
			ok: false,
			problem: "tooLong",
		});
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
