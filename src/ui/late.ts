// What is loaded only once somebody is about to be in a call: its screen, and what it shows.

import { Call } from "./call.tsx";
import { FileButton, FileList, LeftFiles } from "./files.tsx";
import type { Late } from "./view.ts";

export const drawn: Omit<Late, "texts" | "words"> = {
	Call,
	FileList,
	FileButton,
	LeftFiles,
};
