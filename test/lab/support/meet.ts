// How two people in the lab come together, and how long it takes them; or what they are told when it cannot be.

import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { Cause } from "../../../src/peer/diagnose.ts";
import type { Cell } from "./cell.ts";
import type { Person } from "./person.ts";

const causes: readonly Cause[] = [
	"noNetwork",
	"noCommonNetwork",
	"blocked",
	"theyAreLocal",
	"namesUnresolved",
	"keptApart",
	"portsChange",
	"stale",
	"unfinished",
	"silent",
];
const connectLimitMs = 30_000;
const explainLimitMs = 60_000;
const talkLimitMs = 10_000;
const fingerMs = 50;

/** One invites, the other replies; the reply is not handed over yet. */
export async function inviteAndReply(cell: Cell): Promise<string> {
	const { one, other, isByLink } = cell;
	const { invite } = await one.begin();
	if (isByLink) await other.answer(invite);
	else {
		await other.begin();
		await other.take(invite);
	}
	return other.reply();
}

/** From the last code on; comes back with the moment of it. */
export async function handOver(cell: Cell): Promise<number> {
	return cell.one.take(await inviteAndReply(cell));
}

/** How long after that moment both were connected. */
export async function connectedAfter(
	{ one, other }: Cell,
	fromMs: number,
): Promise<number> {
	const sights = await Promise.all(
		[one, other].map((person) =>
			person.see({ state: ["connected"] }, fromMs, connectLimitMs),
		),
	);
	const moments = sights.map((sight) => sight?.atMs ?? Number.NaN);
	const tookMs = Math.max(...moments) - fromMs;
	if (Number.isNaN(tookMs)) throw new Error("not connected");
	return Math.max(0, tookMs);
}

/** No connection, but the one who has both codes is told why, or what would help; comes back with what and when. */
export async function explainedAfter(
	{ one }: Cell,
	fromMs: number,
): Promise<string> {
	const told = await one.see(
		{
			ending: ["unreachable"],
			problem: causes,
			state: ["connected"],
		},
		fromMs,
		explainLimitMs,
	);
	if (!told) throw new Error("told nothing in a minute");
	expect(told.state).not.toBe("connected");
	const seconds = Math.round((told.atMs - fromMs) / 1_000);
	const what = told.ending || told.problem;
	return `explained after ${seconds} s: \`${what}\``;
}

export async function talk({ one, other }: Cell): Promise<void> {
	await one.say("from one");
	await other.say("from the other");
	await heardExactly(other, ["from one"], talkLimitMs);
	await heardExactly(one, ["from the other"], talkLimitMs);
}

/** Both cameras are on, and each sees the other move. */
export async function bothSee(
	{ one, other }: Cell,
	limitMs: number,
): Promise<void> {
	const people = [one, other];
	const sights = await Promise.all(people.map((it) => it.sees(limitMs)));
	expect(sights, "whether the pictures move").toEqual([true, true]);
}

/** Every line once, in this order, and nothing else. */
export async function heardExactly(
	person: Person,
	lines: readonly string[],
	limitMs: number,
): Promise<void> {
	const until = Date.now() + limitMs;
	let heard = await person.heard();
	while (heard.length < lines.length && Date.now() < until) {
		await pause(fingerMs);
		heard = await person.heard();
	}
	expect(heard).toEqual(lines);
}
