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
	/** the voices cannot be put together: Firefox cannot on a device without a sound output */
	| "noSound"
	| "failed";
