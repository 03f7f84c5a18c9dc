// Why a file did not arrive, and what can be said before one is taken.

import type { FileEnd } from "../wire/file.ts";

export type FileProblem = FileEnd;
