// The decoder as the app has it, its binary from the package instead of from a server.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { startZxing } from "../../src/carriers/zxing.ts";

const wasm = createRequire(import.meta.url).resolve(
	"zxing-wasm/reader/zxing_reader.wasm",
);

export const startInstalledZxing = () =>
	startZxing(new Uint8Array(readFileSync(wasm)).buffer);
