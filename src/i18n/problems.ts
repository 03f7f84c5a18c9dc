// Every name of every expected failure. A language must have a sentence for each, or the build fails.

import type { CarrierProblem } from "../carriers/problem.ts";
import type { CodeProblem } from "../codec/problem.ts";
import type { MediaProblem } from "../media/problem.ts";
import type { Breach, Cause, Ending, SessionProblem } from "../peer/problem.ts";

export type Problem = CodeProblem | SessionProblem | CarrierProblem;

export type ProblemTexts = {
	readonly problem: Readonly<Record<Problem, string>>;
	readonly device: Readonly<
		Record<"camera" | "microphone", Readonly<Record<MediaProblem, string>>>
	>;
	readonly cause: Readonly<Record<Cause, string>>;
	readonly ending: Readonly<Record<Exclude<Ending, Breach>, string>>;
};

/** Of calls only, so it is loaded with what they need. */
export type BreachTexts = Readonly<Record<Breach, string>>;
