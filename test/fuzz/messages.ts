// Messages as a hostile page could send them: nearly right, and anything at all.

import fc from "fast-check";
import {
	begin,
	type Exchange,
	type ExchangeMessage,
	receive,
	resume,
} from "../../src/verify/exchange.ts";
import { promiseOf } from "../../src/verify/number.ts";
import { readAgain, writeAgain } from "../../src/wire/again.ts";
import { readChat, writeChat } from "../../src/wire/chat.ts";
import { readControl, writeControl } from "../../src/wire/control.ts";
import { readFileMessage, writeFileMessage } from "../../src/wire/file.ts";
import { blockBytes, unpackPiece } from "../../src/wire/file-piece.ts";
import { packFrame, unpackFrame } from "../../src/wire/frame.ts";
import { readVerify } from "../../src/wire/verify.ts";
import { keepsTo, type Limits, large } from "./limits.ts";
import { holds, type Target } from "./target.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const sum = "0123456789abcdef".repeat(4);
const file = {
	id: 3,
	token: "0123456789abcdef",
	batch: 1,
	name: "photo.jpg",
	folders: ["holiday"],
	bytes: 12,
	type: "image/jpeg",
	modifiedAt: 1,
};

const control: readonly object[] = [
	{ type: "hello", version: 1 },
	{ type: "description", kind: "offer", sdp: "v=0\r\n", round: 1 },
	{ type: "refused", round: 1 },
	{ type: "wish", restart: true, round: 1 },
	{ type: "wish", restart: false, round: 2 },
	{ type: "candidate", candidate: "candidate:1 1 udp 1 ::1 9", mid: "0" },
	{ type: "media", microphone: true, camera: false },
	{ type: "name", name: "Ann" },
	{ type: "spare", code: "PGNA" },
	{ type: "lane", kind: "offer", number: 1, code: "PGNA" },
	{ type: "verify", body: { step: "commit", version: 1, sum } },
	{ type: "verify", body: { step: "reveal", nonce: sum } },
	{ type: "verify", body: { step: "compared", isSame: true } },
	{ type: "bye" },
];
const chat: readonly object[] = [
	{ type: "say", id: 1, text: "hello" },
	{ type: "got", id: 1 },
	{ type: "typing" },
];
const files: readonly object[] = [
	{ type: "announce", file },
	{ type: "pause", id: 3, is: true },
	{ type: "whole", id: 3, root: sum },
	{ type: "withdraw", id: 3, why: "changed" },
	{ type: "go", id: 3, blocks: 0, root: sum },
	{ type: "have", id: 3, blocks: 7 },
	{ type: "ask", token: file.token, name: "a", bytes: 9 },
	{ type: "sum", id: 3, isSender: true, sha256: sum },
];

const odd = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.constantFrom(-1, 0.5, 1e308, 2 ** 53, "__proto__", "\u0000", []),
	large,
);

function changed(sample: object): fc.Arbitrary<object> {
	const keys = [...Object.keys(sample), "__proto__", "extra"];
	const here = fc
		.dictionary(fc.constantFrom(...keys), odd, { maxKeys: 2 })
		.map((change) => ({ ...sample, ...change }));
	const inside = Object.entries(sample).flatMap(([key, part]) =>
		typeof part === "object" && part !== null && !Array.isArray(part)
			? [changed(part).map((other) => ({ ...sample, [key]: other }))]
			: [],
	);
	return fc.oneof(here, ...inside);
}

/** A sample with some fields changed, deep inside too; or torn text; or anything. */
function nearly(samples: readonly object[]): fc.Arbitrary<string> {
	const sample = fc.constantFrom(...samples);
	const torn = fc
		.tuple(sample, fc.nat(200), fc.string({ unit: "binary", maxLength: 4 }))
		.map(([one, at, put]) => {
			const text = JSON.stringify(one);
			return text.slice(0, at) + put + text.slice(at + put.length);
		});
	return fc.oneof(
		fc.oneof(...samples.map(changed)).map((one) => JSON.stringify(one)),
		torn,
		fc.json(),
		fc.string({ unit: "binary" }),
	);
}

type Read = { readonly ok: boolean; readonly value?: unknown };

/** What passes can be written, means the same, and is within its limits. */
const isStable =
	<Message>(
		read: (data: unknown) => Read & { readonly value?: Message },
		write: (message: Message) => string,
		limits: Limits,
	) =>
	(input: string) => {
		const first = read(input);
		if (!first.ok || first.value === undefined) return;
		keepsTo(limits, first.value);
		const again = read(write(first.value));
		holds(JSON.stringify(again.value) === JSON.stringify(first.value));
	};

const nonces = [1, 2, 3].map((seed) => new Uint8Array(32).fill(seed));
const party = (name: string) => ({
	fingerprint: `SHA-256 ${name}`,
	userName: name,
	password: name,
});

const steps = [
	...nonces.flatMap((nonce) => [
		{ step: "reveal", nonce: hex(nonce) },
		...(["client", "server"] as const).map((role) => ({
			step: "commit",
			version: 1,
			sum: hex(promiseOf(role, nonce)),
		})),
	]),
	{ step: "again" },
].map((one) => JSON.stringify(one));

/** Digits come only of a promise that was kept, and my number is shown only for one that was made. */
function checkExchange(input: string): void {
	const begun = begin({
		role: "client",
		me: party("A"),
		them: party("B"),
		version: 1,
		nonce: nonces[0] ?? new Uint8Array(32),
	});
	if (!begun.ok) throw new Error(begun.problem);
	holds(begun.value.say.every(({ step }) => step === "commit"));
	let exchange: Exchange = begun.value.exchange;
	const commits = new Set<string>();
	for (const line of input.split("\n")) {
		const message = JSON.parse(line);
		if (message.step === "again") {
			({ exchange } = resume(exchange));
			continue;
		}
		const body = readVerify(message) as ExchangeMessage | null;
		if (!body) throw new Error("No step of the check");
		const step = receive(exchange, body);
		if (!step.ok) return;
		if (body.step === "commit") commits.add(body.sum);
		({ exchange } = step.value);
		if (step.value.say.some((one) => one.step === "reveal"))
			holds(commits.size === 1);
		if (exchange.digits === null) continue;
		holds(/^\d{8}$/.test(exchange.digits));
		const kept = promiseOf("server", Buffer.from(exchange.reveal ?? "", "hex"));
		holds(commits.size === 1 && commits.has(hex(kept)));
	}
}

export const messageTargets: readonly Target[] = [
	{
		name: "control messages",
		inputs: nearly(control),
		check(input) {
			isStable(readControl, writeControl, {
				sdp: 60_000,
				candidate: 512,
				mid: 16,
				code: 4_000,
				name: 40,
			})(input);
			const read = readControl(input);
			if (!read.ok || read.value.type !== "description") return;
			holds(read.value.sdp.split("\nm=").length <= 33);
			holds(read.value.sdp.split("\na=candidate:").length <= 65);
		},
	},
	{
		name: "chat messages",
		inputs: nearly(chat),
		check: isStable(readChat, writeChat, { text: 8_000 }),
	},
	{
		name: "messages after a call",
		inputs: nearly([{ type: "again" }, { type: "code", code: "PGNA" }]),
		check: isStable(readAgain, writeAgain, { code: 16_000 }),
	},
	{
		name: "file messages",
		inputs: nearly(files),
		check: isStable(readFileMessage, writeFileMessage, {
			name: 1_024,
			folders: 1_024,
			type: 128,
		}),
	},
	{
		name: "pieces of files",
		inputs: fc
			.tuple(
				fc.uint8Array({ maxLength: 200 }),
				fc.constantFrom(0, 0, 0, 60_000, 65_536, 65_537, 70_000),
			)
			.map(([start, more]) => hex(start) + "00".repeat(more)),
		check(input) {
			const bytes = Uint8Array.from(Buffer.from(input, "hex"));
			const read = unpackPiece(bytes.buffer);
			if (!read.ok) return;
			holds(read.value.at + read.value.bytes.length <= blockBytes);
			holds(read.value.bytes.length <= 65_536);
		},
	},
	{
		name: "frames of several connections",
		inputs: fc.uint8Array({ maxLength: 20 }).map(hex),
		check(input) {
			const bytes = Uint8Array.from(Buffer.from(input, "hex"));
			const read = unpackFrame(bytes.buffer);
			if (read.ok) holds(hex(packFrame(read.value)) === input);
		},
	},
	{
		name: "checks of who is there",
		inputs: fc
			.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 8 })
			.map((all) => all.join("\n")),
		check: checkExchange,
	},
];
