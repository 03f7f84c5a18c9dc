// Why a text is not taken as a code. i18n must have a sentence for every name.

export type CodeProblem =
	| "notACode"
	| "cutOff"
	| "damaged"
	| "newerVersion"
	| "tooLong";

export type Unread = {
	readonly ok: false;
	readonly problem: CodeProblem;
	/** How many characters a code that was cut off lacks, where its beginning tells. */
	readonly missing?: number;
};
