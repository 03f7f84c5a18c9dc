// Waits until a run of the lab is over, however it ended, and takes away what it left standing. Run by setup.ts, apart
// from it, so that no signal to the run reaches it too.

import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { sweepLeftovers } from "./names.ts";

const { PIGEON_LAB: runPid } = process.env;
const lookMs = 500;
// The runner's helpers notice its end a moment later, and the names are theirs.
const restMs = 3_000;

while (existsSync(`/proc/${runPid}`)) await pause(lookMs);
await pause(restMs);
await sweepLeftovers();
process.exit();
