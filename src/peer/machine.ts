// What a session may be doing, and what each event makes it do next.
// Pure: the executor in session.ts is the only one that touches a connection.

import type { Ending } from "./problem.ts";

export type State =
	/** making my code; nothing of theirs yet */
	| "gathering"
	/** making my code, theirs is already applied */
	| "preparing"
	/** my invite is out; waiting for theirs */
	| "inviting"
	/** theirs is applied, mine must still reach them */
	| "answering"
	/** both have both codes */
	| "joining"
	/** waited for as long as is sensible; asks whether to go on */
	| "stalled"
	| "connected"
	/** was connected; the path is gone, perhaps for a moment */
	| "recovering"
	| "closed";

export type Event =
	| "gathered"
	| "tookInvite"
	| "tookReply"
	/** the browser would not have their code */
	| "refused"
	| "opened"
	| "unsettled"
	| "settled"
	| "lost"
	| "graceOver"
	| "gaveUp"
	| "keepOn"
	| "died"
	| "bye"
	| "hungUp";

export type Effect =
	| "writeCode"
	| "applyTheirs"
	| "startWaiting"
	| "stopWaiting"
	| "greet"
	| "startGrace"
	| "stopGrace"
	| "restartIce"
	| "sayBye"
	| "release";

export type Move = {
	readonly target: State;
	readonly effects: readonly Effect[];
};

type Row = Partial<Readonly<Record<Event, Move>>>;

function go(target: State, ...effects: Effect[]): Move {
	return { target, effects };
}

const release = go("closed", "release");

export const rules: Readonly<Record<State, Row>> = {
	gathering: {
		gathered: go("inviting", "writeCode"),
		tookInvite: go("preparing", "startWaiting", "applyTheirs"),
		died: release,
		hungUp: release,
	},
	preparing: {
		gathered: go("answering", "writeCode"),
		refused: go("gathering", "stopWaiting"),
		opened: go("connected", "stopWaiting", "greet"),
		died: release,
		hungUp: release,
	},
	// A phone may close the connection of a page in the background without an event:
	// the executor looks, and says "died".
	inviting: {
		tookInvite: go("answering", "startWaiting", "applyTheirs", "writeCode"),
		tookReply: go("joining", "startWaiting", "applyTheirs"),
		died: release,
		hungUp: release,
	},
	answering: {
		tookReply: go("joining"),
		refused: go("inviting", "stopWaiting", "writeCode"),
		opened: go("connected", "stopWaiting", "greet"),
		gaveUp: go("stalled", "stopWaiting"),
		died: release,
		hungUp: release,
	},
	joining: {
		refused: go("inviting", "stopWaiting", "writeCode"),
		opened: go("connected", "stopWaiting", "greet"),
		gaveUp: release,
		died: release,
		hungUp: release,
	},
	stalled: {
		keepOn: go("answering", "startWaiting"),
		opened: go("connected", "greet"),
		died: release,
		hungUp: release,
	},
	connected: {
		unsettled: go("recovering", "startGrace"),
		lost: go("recovering", "startGrace", "restartIce"),
		died: release,
		bye: release,
		hungUp: go("closed", "sayBye", "release"),
	},
	recovering: {
		settled: go("connected", "stopGrace"),
		graceOver: go("recovering", "restartIce"),
		lost: go("recovering", "restartIce"),
		gaveUp: go("closed", "stopGrace", "release"),
		died: go("closed", "stopGrace", "release"),
		bye: go("closed", "stopGrace", "release"),
		hungUp: go("closed", "stopGrace", "sayBye", "release"),
	},
	closed: {},
};

export function next(state: State, event: Event): Move | null {
	return rules[state][event] ?? null;
}

/** Why a session that this event closes has ended. */
export function endingOf(state: State, event: Event): Ending {
	if (event === "hungUp") return "byMe";
	if (event === "bye") return "byThem";
	if (state === "connected" || state === "recovering") return "lost";
	return event === "gaveUp" ? "unreachable" : "died";
}
