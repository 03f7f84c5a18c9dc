// English for what is seen only during a call: the stage, its controls and its sheets.

export const enStage = {
	more: "More",
	lessMore: "Close this menu",
};

export type StageTexts = typeof enStage;
