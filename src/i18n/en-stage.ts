// English for what is seen only during a call: the stage, its controls and its sheets.

import { enLines } from "./en-lines.ts";

export const enStage = {
	...enLines,
	more: "More",
	lessMore: "Close this menu",
};

export type StageTexts = typeof enStage;
