// English for everything that is said only in a call.

import { enFiles } from "./en-files.ts";
import { enQuality } from "./en-quality.ts";
import { enStage } from "./en-stage.ts";
import { enTrust } from "./en-trust.ts";
import type { CallTexts } from "./language.ts";

export const lateEn: CallTexts = {
	texts: enFiles,
	words: { ...enStage, ...enQuality },
	trustTexts: enTrust,
};
