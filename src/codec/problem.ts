// Why a text is not taken as a code. i18n must have a sentence for every name.

export type CodeProblem =
	| "notACode"
	| "cutOff"
	| "damaged"
	| "newerVersion"
	| "tooLong"
	/** nothing is wrong with it; a passphrase opens it */
	| "locked";

/** A code as a passphrase has sealed it. */
export type LockedCode = {
	/** The whole of it in letters. */
	readonly text: string;
	readonly salt: Uint8Array;
	readonly sealed: Uint8Array;
};

export type Unread =
	| {
			readonly ok: false;
			readonly problem: Exclude<CodeProblem, "locked">;
			/** How many characters a code that was cut off lacks, where its beginning tells. */
			readonly missing?: number;
	  }
	| {
			readonly ok: false;
			readonly problem: "locked";
			readonly locked: readonly LockedCode[];
	  };
