// Why a camera or microphone cannot be had. Each has its own way on, so each has its own name.

export type MediaProblem =
	| "refused"
	| "missing"
	| "busy"
	| "insecure"
	| "lost"
	| "failed";
