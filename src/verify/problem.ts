// What an honest device never does. Each of them ends the session.

export type VerifyAlarm =
	/** what was revealed is not what was promised */
	| "brokenPromise"
	/** revealed before promised, or promised after everything was revealed */
	| "outOfOrder"
	/** said twice */
	| "repeated"
	/** my own words, or my own certificate, came back to me */
	| "reflected";
