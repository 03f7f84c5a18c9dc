// Why a text is not taken as a code. i18n must have a sentence for every name.

export type CodeProblem =
	| "notACode"
	| "cutOff"
	| "damaged"
	| "newerVersion"
	| "tooLong";
