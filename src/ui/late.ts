// What is loaded only once somebody is about to be in a call: its screen, and what it shows.

import type { CallTexts } from "../i18n/language.ts";

import { CallAgain } from "./again.tsx";

import { Call } from "./call.tsx";
import { FileBatch, FileButton, FileNotes, LeftFiles } from "./files.tsx";
import { Safety } from "./safety.tsx";
import { Summary } from "./summary.tsx";
import type { Late } from "./view.ts";

export const drawn: Omit<Late, keyof CallTexts> = {
	Call,
	FileBatch,
	FileNotes,
	FileButton,
	LeftFiles,
	Safety,
	Summary,
	CallAgain,
};
