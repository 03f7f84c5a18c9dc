// What may come when: the whole table, and two honest ends that come to the same digits.

import { expect, test } from "vitest";
import {
	begin,
	type Exchange,
	type ExchangeMessage,
	receive,
	resume,
	type Step,
} from "../../src/verify/exchange.ts";
import type { Role } from "../../src/verify/transcript.ts";

const party = (letter: string) => ({
	fingerprint: `SHA-256 ${letter}`,
	userName: `u${letter}`,
	password: `p${letter}`,
});

function end(role: Role, seed: number, version = 1): Step {
	const [me, them] = role === "client" ? ["A", "B"] : ["B", "A"];
	const begun = begin({
		role,
		me: party(me ?? ""),
		them: party(them ?? ""),
		version,
		nonce: new Uint8Array(32).fill(seed),
	});
	if (!begun.ok) throw new Error(begun.problem);
	return begun.value;
}

function hear(exchange: Exchange, message: ExchangeMessage | undefined): Step {
	if (!message) throw new Error("Nothing was said");
	const step = receive(exchange, message);
	if (!step.ok) throw new Error(step.problem);
	return step.value;
}

const client = end("client", 1);
const server = end("server", 2);
const [commit] = server.say;
const committed = hear(client.exchange, commit);
const [reveal] = hear(server.exchange, client.say[0]).say;
const agreed = hear(committed.exchange, reveal);

const otherCommit = end("server", 3).say[0];
const otherReveal: ExchangeMessage = { step: "reveal", nonce: "03".repeat(32) };
const [myCommit] = client.say;
const [myReveal] = committed.say;

test("two honest ends come to the same digits, whoever speaks first", () => {
	const early = hear(server.exchange, client.say[0]);
	const done = hear(early.exchange, committed.say[0]);
	expect(done.exchange.digits).toMatch(/^\d{8}$/);
	expect(agreed.exchange.digits).toBe(done.exchange.digits);
});

test("nobody shows their number before the other's is promised", () => {
	expect(client.say.map(({ step }) => step)).toEqual(["commit"]);
	expect(committed.say.map(({ step }) => step)).toEqual(["reveal"]);
	expect(committed.exchange.digits).toBeNull();
	expect(JSON.stringify(client.say)).not.toContain("01".repeat(32));
});

const states = { promised: client, committed, agreed };
const heard = {
	"their promise": commit,
	"another promise": otherCommit,
	"my own promise": myCommit,
	"their number": reveal,
	"another number": otherReveal,
	"my own number": myReveal,
};

test("every state answers every message as written here", () => {
	const rows = Object.entries(states).flatMap(([name, { exchange }]) =>
		Object.entries(heard).map(([what, message]) => {
			const step = message && receive(exchange, message);
			const after = step?.ok
				? `says ${step.value.say.map((one) => one.step).join() || "nothing"}, digits ${step.value.exchange.digits !== null}`
				: `ALARM ${step?.problem}`;
			return `${name} + ${what} → ${after}`;
		}),
	);
	expect(rows.join("\n")).toMatchInlineSnapshot(`
		"promised + their promise → says reveal, digits false
		promised + another promise → says reveal, digits false
		promised + my own promise → ALARM reflected
		promised + their number → ALARM outOfOrder
		promised + another number → ALARM outOfOrder
		promised + my own number → ALARM outOfOrder
		committed + their promise → ALARM repeated
		committed + another promise → ALARM repeated
		committed + my own promise → ALARM reflected
		committed + their number → says nothing, digits true
		committed + another number → ALARM brokenPromise
		committed + my own number → ALARM brokenPromise
		agreed + their promise → ALARM outOfOrder
		agreed + another promise → ALARM outOfOrder
		agreed + my own promise → ALARM reflected
		agreed + their number → ALARM repeated
		agreed + another number → ALARM repeated
		agreed + my own number → ALARM repeated"
	`);
});

test("over another link everything is said again, heard once more, and no more than that", () => {
	const again = resume(agreed.exchange);
	expect(again.say).toEqual([myCommit, myReveal]);
	const once = hear(again.exchange, commit);
	expect(once.say).toEqual([]);
	const twice = hear(once.exchange, reveal);
	expect(twice.exchange.digits).toBe(agreed.exchange.digits);
	for (const message of [commit, reveal])
		expect(message && receive(twice.exchange, message).ok).toBe(false);
	// Nor anything else in its place.
	for (const message of [otherCommit, otherReveal])
		expect(message && receive(again.exchange, message).ok).toBe(false);
});

test("what was lost with a link is made up for over the next one", () => {
	// The promise of the client never arrived.
	const { exchange, say } = resume(committed.exchange);
	expect(say).toEqual([myCommit, myReveal]);
	const late = resume(server.exchange);
	expect(late.say).toEqual([commit]);
	const first = hear(late.exchange, say[0]);
	const done = hear(first.exchange, say[1]);
	const mine = hear(hear(exchange, late.say[0]).exchange, first.say[0]);
	expect(mine.exchange.digits).toBe(done.exchange.digits);
});

test("my own certificate is nobody else's", () => {
	const begun = begin({
		role: "client",
		me: party("A"),
		them: { ...party("B"), fingerprint: party("A").fingerprint },
		version: 1,
		nonce: new Uint8Array(32),
	});
	expect(begun).toEqual({ ok: false, problem: "reflected" });
});

test("a version that was made less on the way changes the digits", () => {
	const newer = end("server", 2, 2);
	const [said] = newer.say;
	if (said?.step !== "commit") throw new Error("No promise");
	const lessened = hear(client.exchange, { ...said, version: 1 });
	const there = hear(hear(newer.exchange, client.say[0]).exchange, myReveal);
	const here = hear(lessened.exchange, reveal);
	expect(here.exchange.digits).not.toBe(there.exchange.digits);
});
