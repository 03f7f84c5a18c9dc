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
	/** the browser would not have it */
	| "unusable"
	/** this device found no address of its own */
	| "noAddress";

export type Ending =
	| "byMe"
	| "byThem"
	/** was connected, and the path did not come back */
	| "lost"
	/** both had both codes, and no path was found */
	| "unreachable"
	/** the browser closed the connection before anybody came */
	| "died"
	/** a fault of ours */
	| "broken";
