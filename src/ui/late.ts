// What is loaded only once somebody is about to be in a call: its screen, and what it shows.

import { Call } from "./call.tsx";
import { FileBatch, FileButton, FileNotes, LeftFiles } from "./files.tsx";
import type { Late } from "./view.ts";

export const drawn: Omit<Late, "texts" | "words"> = {
	Call,
	FileBatch,
	FileNotes,
	FileButton,
	LeftFiles,
};
