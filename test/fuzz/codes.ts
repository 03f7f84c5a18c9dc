// Codes as anybody could make them, and texts that hold them.

import fc from "fast-check";
import { armor } from "../../src/codec/base32.ts";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { wrap } from "../../src/codec/envelope.ts";
import { packFrame } from "../../src/codec/frame-text.ts";
import { createCollector, split } from "../../src/codec/frames.ts";
import { partyOf } from "../../src/peer/introduction.ts";
import { asRemote } from "../../src/peer/remote.ts";
import { identityOf } from "../../src/peer/roles.ts";
import { withSoundWishes } from "../../src/peer/sound-wishes.ts";
import { bombs } from "../browser/support/bombs.ts";
import { captured, take } from "../codec/captured.ts";
import { bytesOf } from "../codec/frame-samples.ts";
import { expectHarmless } from "../codec/harmless.ts";
import { holds, type Target } from "./target.ts";

const now = 1_795_000_000_000;
const plain = writeCode(take("chromium-156-offer-data-ip-stun"), { now });
const media = writeCode(take("chromium-156-offer-av-ip-stun-balanced"), {
	now,
});

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
		// And addresses without end.
		fc
			.tuple(
				fc.uint8Array({ minLength: 53, maxLength: 53 }),
				fc.uint8Array({ minLength: 12, maxLength: 12 }),
				fc.nat(40),
			)
			.map(([start, two, pairs]) =>
				Uint8Array.from([
					...start,
					...Array(pairs)
						.fill([0x11, ...two])
						.flat(),
				]),
			),
	),
});

/** The longest description that anything is unpacked into, and the most pictures that a code is spread over. */
const maxSdpChars = 65_536;
const maxPictures = 88;

const pieces = [
	plain.text,
	plain.text.slice(0, 50),
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

const any = fc.string({ unit: "binary", maxLength: 40 });
const many = fc
	.tuple(
		fc.constantFrom("a=x\r\n", "\\r\\nm=x", "m=audio 9\n", plain.text),
		fc.constantFrom(3, 70, 13_500),
	)
	.map(([piece, count]) => piece.repeat(count).slice(0, 150_000));
const frames = [1, 2, 3, 4, 5, 900].map((index) => split(bytesOf(900), index));
const lines = captured.flatMap(({ sdp }) => sdp.split("\r\n"));
const candidates = lines.filter((line) => line.startsWith("a=candidate:"));

/** A frame by its checksum, whatever it says. */
const anyFrame = fc
	.record({
		number: fc.nat(255),
		length: fc.oneof(fc.nat(65_535), fc.nat(400)),
		checksum: fc.constantFrom(0, 2 ** 32 - 1),
		more: fc.constantFrom(0, 0, 0, -1, 1),
	})
	.map(({ more, ...frame }) => {
		const pieces = Math.max(1, Math.ceil(frame.length / 188));
		const bytes = Math.max(0, Math.ceil(frame.length / pieces) + more);
		return packFrame({ ...frame, piece: new Uint8Array(bytes) });
	});

export const codeTargets: readonly Target[] = [
	{
		name: "cards",
		inputs: fc.oneof(
			{
				weight: 50,
				arbitrary: envelope.map((made) => `PGNA${armor(wrap(made))}`),
			},
			fc.constantFrom(...bombs()),
		),
		check(text) {
			const read = readCode(text, now);
			if (!read.ok) holds(["damaged", "newerVersion"].includes(read.problem));
			else if (read.value.format === "card") expectHarmless(read.value.sdp);
			else holds(read.value.sdp.length <= maxSdpChars);
		},
	},
	{
		name: "texts with codes",
		inputs: fc
			.array(
				fc.oneof(
					{ weight: 20, arbitrary: fc.constantFrom(...pieces) },
					{ weight: 20, arbitrary: any },
					many,
				),
			)
			.map((all) => all.join("")),
		check(text) {
			const read = readCode(text, now);
			if (read.ok) holds(read.value.sdp.length <= maxSdpChars);
			else if (read.problem === "locked") holds(read.locked.length <= 4);
		},
	},
	{
		name: "moving codes",
		inputs: fc
			.array(
				fc.oneof(
					fc.constantFrom(...frames),
					anyFrame,
					fc
						.tuple(fc.constantFrom(...frames), fc.nat(400), fc.nat(9))
						.map(
							([one, at, digit]) =>
								one.slice(0, at) + digit + one.slice(at + 1),
						),
					any,
				),
				{ maxLength: 12 },
			)
			.map((all) => all.join("\n")),
		check(text) {
			const collector = createCollector();
			for (const frame of text.split("\n")) {
				const result = collector.add(frame);
				if (result.is === "whole") holds(result.bytes.length <= 16_388);
				if (result.is !== "partial") continue;
				holds(result.have <= result.need && result.need <= maxPictures);
			}
		},
	},
	{
		name: "descriptions",
		inputs: fc
			.array(
				fc.oneof(
					fc.constantFrom(...lines),
					fc.constantFrom(...candidates),
					any,
				),
				{ maxLength: 60 },
			)
			.map((all) => all.join("\r\n")),
		check(sdp) {
			identityOf(sdp);
			partyOf(sdp);
			withSoundWishes(sdp);
			const remote = asRemote(sdp, "active");
			holds(!/^a=(?:candidate:|end-of)/m.test(remote.sdp));
			holds(!/^a=setup:passive/m.test(remote.sdp));
			holds(remote.candidates.length <= 8);
		},
	},
];
