// Runs a TypeScript file of this project: `node test/run.mjs test/bench/code.ts`.

import { runnerImport } from "vite";

await runnerImport(`./${process.argv[2]}`);
