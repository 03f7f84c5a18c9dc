// What a session may be doing, and what each event makes it do next.
// Pure: the executor in session.ts is the only one that touches a connection.

import type { Breach, Ending } from "./problem.ts";

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
	/** was connected; only new codes can bring the two together again */
	| "severed"
	| "closed";

export type Event =
	| "gathered"
	/** one more address of this device */
	| "found"
	| "tookInvite"
	| "tookReply"
	/** of another tool: it wants a real answer */
	| "tookOffer"
	/** the same person with new keys: their browser, or they, had to begin again */
	| "tookFresh"
	/** a reply to keys of mine that are used up, by the same person with new ones */
	| "tookStale"
	/** somebody else knocked with the same invite in the same moment, and the keys of the two got mixed up */
	| "mixedUp"
	/** the browser would not have their code */
	| "refused"
	| "opened"
	| "unsettled"
	| "settled"
	| "lost"
	/** the second link, prepared for this, stands */
	| "spareOpened"
	/** the connection that was given up has come back by itself */
	| "formerBack"
	| "networkChanged"
	| "graceOver"
	/** so long that it will hardly come back by itself */
	| "hopeless"
	/** a code that nobody has seen, made in a network that is no more, or for somebody who cannot be answered */
	| "outdated"
	| "gaveUp"
	| "keepOn"
	| "reconnect"
	| "died"
	/** the browser would not make a connection */
	| "failed"
	| "bye"
	| Breach
	| "hungUp";

export type Effect =
	| "writeCode"
	| "improveCode"
	| "applyTheirs"
	| "forgetTheirs"
	| "noteMixUp"
	/** another connection under the same identity; one that was open stays beside it */
	| "renewLink"
	| "returnToFormer"
	| "startWaiting"
	| "stopWaiting"
	| "greet"
	| "startGrace"
	| "stopGrace"
	| "restartIce"
	| "openSpare"
	| "restSpare"
	| "adoptSpare"
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

const open = go("connected", "stopWaiting", "stopGrace", "greet");
const back = go("connected", "stopWaiting", "stopGrace", "returnToFormer");
// A browser may close the connection of a page in the background without an event: the executor looks, and says
// "died". Whose code is not in yet gets a fresh invite of mine; whose invite is in gets a fresh reply to it.
const inviteAgain = go("gathering", "stopWaiting", "forgetTheirs", "renewLink");
// The invite itself is used up: whoever made it makes another, and who answered shows one as well.
const partAgain = go(
	"gathering",
	"stopWaiting",
	"noteMixUp",
	"forgetTheirs",
	"renewLink",
);
const replyAgain = go(
	"preparing",
	"stopWaiting",
	"renewLink",
	"startWaiting",
	"applyTheirs",
);
const release = go("closed", "stopWaiting", "stopGrace", "release");
const hangUp = go("closed", "stopGrace", "sayBye", "release");
const adoptSpare = go("connected", "stopGrace", "adoptSpare", "greet");
const breached: Readonly<Record<Breach, Move>> = {
	alarmed: hangUp,
	otherCertificate: hangUp,
	differed: hangUp,
	theyDiffered: hangUp,
	flooded: hangUp,
};
const over = { failed: release, hungUp: release } as const;

export const rules: Readonly<Record<State, Row>> = {
	gathering: {
		gathered: go("inviting", "writeCode"),
		tookInvite: go("preparing", "startWaiting", "applyTheirs"),
		tookOffer: replyAgain,
		formerBack: back,
		died: inviteAgain,
		...over,
	},
	preparing: {
		gathered: go("answering", "writeCode"),
		tookFresh: replyAgain,
		refused: go("gathering", "stopWaiting", "forgetTheirs"),
		outdated: inviteAgain,
		opened: open,
		formerBack: back,
		died: replyAgain,
		...over,
	},
	inviting: {
		found: go("inviting", "improveCode"),
		tookInvite: go("answering", "startWaiting", "applyTheirs", "writeCode"),
		tookReply: go("joining", "startWaiting", "applyTheirs"),
		tookOffer: replyAgain,
		formerBack: back,
		outdated: inviteAgain,
		died: inviteAgain,
		...over,
	},
	answering: {
		found: go("answering", "improveCode"),
		tookReply: go("joining"),
		tookFresh: replyAgain,
		tookStale: inviteAgain,
		refused: go("inviting", "stopWaiting", "forgetTheirs", "writeCode"),
		opened: open,
		formerBack: back,
		gaveUp: go("stalled", "stopWaiting"),
		mixedUp: partAgain,
		died: replyAgain,
		...over,
	},
	joining: {
		tookFresh: replyAgain,
		tookStale: inviteAgain,
		refused: go("inviting", "stopWaiting", "forgetTheirs", "writeCode"),
		opened: open,
		formerBack: back,
		gaveUp: release,
		mixedUp: partAgain,
		died: inviteAgain,
		...over,
	},
	stalled: {
		tookFresh: replyAgain,
		tookStale: inviteAgain,
		tookReply: go("joining", "startWaiting"),
		keepOn: go("answering", "startWaiting"),
		opened: open,
		formerBack: back,
		mixedUp: partAgain,
		died: replyAgain,
		...over,
	},
	connected: {
		tookFresh: replyAgain,
		unsettled: go("recovering", "startGrace", "openSpare"),
		lost: go("recovering", "startGrace", "restartIce", "openSpare"),
		spareOpened: adoptSpare,
		networkChanged: go("connected", "restartIce"),
		died: go("severed"),
		bye: release,
		...breached,
		hungUp: hangUp,
	},
	recovering: {
		tookFresh: replyAgain,
		settled: go("connected", "stopGrace", "restSpare"),
		spareOpened: adoptSpare,
		graceOver: go("recovering", "restartIce"),
		lost: go("recovering", "restartIce"),
		networkChanged: go("recovering", "restartIce", "openSpare"),
		reconnect: inviteAgain,
		hopeless: go("severed"),
		died: go("severed", "stopGrace"),
		bye: release,
		...breached,
		hungUp: hangUp,
	},
	severed: {
		tookFresh: replyAgain,
		settled: go("connected", "stopGrace", "restSpare"),
		spareOpened: adoptSpare,
		graceOver: go("severed", "restartIce"),
		networkChanged: go("severed", "restartIce", "openSpare"),
		reconnect: inviteAgain,
		died: go("severed", "stopGrace"),
		bye: release,
		...breached,
		hungUp: hangUp,
	},
	closed: {},
};

export function next(state: State, event: Event): Move | null {
	return rules[state][event] ?? null;
}

const isBreach = (event: Event): event is Breach => event in breached;

/** Why a session that this event closes has ended. */
export function endingOf(event: Event): Ending {
	if (event === "hungUp") return "byMe";
	if (event === "failed") return "died";
	if (isBreach(event)) return event;
	return event === "bye" ? "byThem" : "unreachable";
}
