// Why a session will not have a code, what is wrong with its own, and how a session can end.

export type SessionProblem =
	/** my own code came back to me */
	| "ownCode"
	/** a reply, but not to my invite */
	| "otherInvite"
	/** a reply to an invite of mine that I have replaced since */
	| "replacedInvite"
	/** a second person's code; this session has its person */
	| "alreadyTaken"
	/** a second person's reply to an invite that somebody has answered already */
	| "usedInvite"
	/** not the person that this session was connected to */
	| "otherPerson"
	/** the browser would not have it */
	| "unusable"
	/** this device found no address of its own */
	| "noAddress"
	/** no server has told this device its public address */
	| "noServer"
	/** nothing but names that only the same network can look up */
	| "onlyNames"
	/** the browser has closed the connection that the invite belonged to; this is another one */
	| "inviteRenewed"
	/** the same for a reply */
	| "replyRenewed"
	/** two have answered the same invite in the same moment, and neither got in; this is a fresh one */
	| "inviteContested"
	/** the same, seen by one of the two */
	| "replyContested"
	/** in a call: the other page has gone, or one of the two browsers has closed it */
	| "connectionClosed";

export type { Cause } from "./diagnose.ts";

/** What the other side, or whoever is in between, did or said that ends it at once. */
export type Breach =
	/** the exchange for the safety number was not kept to */
	| "alarmed"
	/** the browser was shown another certificate than the code names */
	| "otherCertificate"
	/** I see other digits than they do */
	| "differed"
	| "theyDiffered"
	/** far more came than anybody can want to say */
	| "flooded";

export type Ending =
	| Breach
	| "byMe"
	| "byThem"
	/** both had both codes, and no path was found */
	| "unreachable"
	/** the browser would not make a connection at all */
	| "died"
	/** a fault of ours */
	| "broken";
