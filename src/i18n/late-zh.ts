// Chinese for everything that is said only in a call.

import type { CallTexts } from "./language.ts";
import { zhFiles } from "./zh-files.ts";
import { zhQuality } from "./zh-quality.ts";
import { zhStage } from "./zh-stage.ts";
import { zhTrust } from "./zh-trust.ts";

export const lateZh: CallTexts = {
	texts: zhFiles,
	words: { ...zhStage, ...zhQuality },
	trustTexts: zhTrust,
};
