// Promise, then reveal: a pure table of what may come when. Nobody shows their random number before the other's is
// promised; whatever breaks the order is an alarm, never a second try.

import { bad, good, type Result } from "../lib/result.ts";
import { digitsOf, promiseOf } from "./number.ts";
import type { VerifyAlarm } from "./problem.ts";
import type { Party, Role } from "./transcript.ts";

export type ExchangeMessage =
	| { readonly step: "commit"; readonly version: number; readonly sum: string }
	| { readonly step: "reveal"; readonly nonce: string };

type Commit = ExchangeMessage & { readonly step: "commit" };

export type Mine = {
	readonly role: Role;
	readonly me: Party;
	readonly them: Party;
	readonly version: number;
	readonly nonce: Uint8Array;
};

export type Exchange = {
	readonly mine: Mine;
	readonly commit: Commit | null;
	readonly reveal: string | null;
	readonly digits: string | null;
	/** What they may say once more, word for word: they cannot know what was lost with the former link. */
	readonly mayRepeat: readonly ExchangeMessage["step"][];
};

export type Step = {
	readonly exchange: Exchange;
	readonly say: readonly ExchangeMessage[];
};

const hexOf = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const bytesOf = (hex: string): Uint8Array =>
	Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
		Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
	);

const other = (role: Role): Role => (role === "client" ? "server" : "client");

const byRole = <Part>(role: Role, mine: Part, theirs: Part) =>
	role === "client"
		? { client: mine, server: theirs }
		: { client: theirs, server: mine };

const myCommit = ({ role, nonce, version }: Mine): Commit => ({
	step: "commit",
	version,
	sum: hexOf(promiseOf(role, nonce)),
});

const myReveal = ({ nonce }: Mine): ExchangeMessage => ({
	step: "reveal",
	nonce: hexOf(nonce),
});

export function begin(mine: Mine): Result<Step, VerifyAlarm> {
	if (mine.me.fingerprint === mine.them.fingerprint) return bad("reflected");
	const nothing = { commit: null, reveal: null, digits: null, mayRepeat: [] };
	return good({ exchange: { mine, ...nothing }, say: [myCommit(mine)] });
}

/** Over another link: all is said again, and may be heard again. */
export function resume(exchange: Exchange): Step {
	const { mine, commit, reveal } = exchange;
	return {
		exchange: {
			...exchange,
			mayRepeat: [
				...(commit ? (["commit"] as const) : []),
				...(reveal !== null ? (["reveal"] as const) : []),
			],
		},
		say: commit ? [myCommit(mine), myReveal(mine)] : [myCommit(mine)],
	};
}

export function receive(
	exchange: Exchange,
	message: ExchangeMessage,
): Result<Step, VerifyAlarm> {
	const { mayRepeat } = exchange;
	if (mayRepeat.includes(message.step) && isSame(exchange, message)) {
		const left = mayRepeat.filter((step) => step !== message.step);
		return good({ exchange: { ...exchange, mayRepeat: left }, say: [] });
	}
	return message.step === "commit"
		? receiveCommit(exchange, message)
		: receiveReveal(exchange, message.nonce);
}

function isSame(exchange: Exchange, message: ExchangeMessage): boolean {
	if (message.step === "reveal") return message.nonce === exchange.reveal;
	const { commit } = exchange;
	return message.sum === commit?.sum && message.version === commit.version;
}

function receiveCommit(
	exchange: Exchange,
	commit: Commit,
): Result<Step, VerifyAlarm> {
	const { mine } = exchange;
	if (commit.sum === myCommit(mine).sum) return bad("reflected");
	if (exchange.commit) return bad(exchange.reveal ? "outOfOrder" : "repeated");
	return good({ exchange: { ...exchange, commit }, say: [myReveal(mine)] });
}

function receiveReveal(
	exchange: Exchange,
	nonce: string,
): Result<Step, VerifyAlarm> {
	const { mine, commit } = exchange;
	if (!commit) return bad("outOfOrder");
	if (exchange.reveal !== null) return bad("repeated");
	const { role, me, them, version } = mine;
	const theirs = bytesOf(nonce);
	if (hexOf(promiseOf(other(role), theirs)) !== commit.sum)
		return bad("brokenPromise");
	const digits = digitsOf(
		byRole(role, { ...me, version }, { ...them, version: commit.version }),
		byRole(role, mine.nonce, theirs),
	);
	return good({ exchange: { ...exchange, reveal: nonce, digits }, say: [] });
}
