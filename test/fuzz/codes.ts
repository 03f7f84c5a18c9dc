// Codes as anybody could make them, and texts that hold them.

import fc from "fast-check";
import { armor } from "../../src/codec/base32.ts";
import { readCode, writeCode } from "../../src/codec/code.ts";
import { wrap } from "../../src/codec/envelope.ts";
import { createCollector, split } from "../../src/codec/frames.ts";
import { partyOf } from "../../src/peer/introduction.ts";
import { asRemote } from "../../src/peer/remote.ts";
import { identityOf } from "../../src/peer/roles.ts";
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
	),
});

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
const frames = [1, 2, 3, 4, 5, 900].map((index) => split(bytesOf(900), index));
const lines = captured.flatMap(({ sdp }) => sdp.split("\r\n"));

export const codeTargets: readonly Target[] = [
	{
		name: "cards",
		inputs: envelope.map((made) => `PGNA${armor(wrap(made))}`),
		check(text) {
			const read = readCode(text, now);
			if (!read.ok) holds(["damaged", "newerVersion"].includes(read.problem));
			else if (read.value.format === "card") expectHarmless(read.value.sdp);
		},
	},
	{
		name: "texts with codes",
		inputs: fc
			.array(fc.oneof(fc.constantFrom(...pieces), any))
			.map((all) => all.join("")),
		check: (text) => holds(typeof readCode(text, now).ok === "boolean"),
	},
	{
		name: "moving codes",
		inputs: fc
			.array(
				fc.oneof(
					fc.constantFrom(...frames),
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
				if (result.is === "partial") holds(result.have <= result.need);
			}
		},
	},
	{
		name: "descriptions",
		inputs: fc
			.array(fc.oneof(fc.constantFrom(...lines), any), { maxLength: 60 })
			.map((all) => all.join("\r\n")),
		check(sdp) {
			identityOf(sdp);
			partyOf(sdp);
			const remote = asRemote(sdp, "active");
			holds(!/^a=(?:candidate:|end-of)/m.test(remote.sdp));
			holds(!/^a=setup:passive/m.test(remote.sdp));
			holds(remote.candidates.length <= 8);
		},
	},
];
