// Why a camera or microphone cannot be had. Each has its own way on, so each has its own name.

export type MediaProblem =
	| "refused"
	| "missing"
	| "busy"
	| "insecure"
	| "lost"
	| "failed";

/** Why nothing can be kept of a call. */
export type KeepProblem =
	/** the browser cannot record */
	| "unsupported"
	/** the device is full, or nearly */
	| "noRoom"
	/** no picture came to be kept */
	| "noPicture"
	| "failed";
