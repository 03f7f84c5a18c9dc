// Which rule a message from the other side broke. Never says what was in it.

export type WireProblem =
	| "tooLong"
	| "notJson"
	| "notAnObject"
	| "unknownType"
	| "badField";
