// What is loaded only once somebody is about to be in a call: its screen, what it shows, and the words for it.

import { enFiles } from "../i18n/en-files.ts";
import { enStage } from "../i18n/en-stage.ts";
import { Call } from "./call.tsx";
import { FileButton, FileList, LeftFiles } from "./files.tsx";
import type { Late } from "./view.ts";

export const late: Late = {
	Call,
	FileList,
	FileButton,
	LeftFiles,
	texts: enFiles,
	words: enStage,
};
