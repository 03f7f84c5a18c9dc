// Runs the system's own commands (ip, nft) and says in full what they had to say when they fail.

import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Several commands, one on each line; the first that fails ends it. */
export async function run(script: string): Promise<string> {
	const { stdout } = await execute("sh", ["-ec", script]).catch((cause) => {
		throw new Error(`The lab could not run: ${script}`, { cause });
	});
	return stdout;
}

export function runNow(script: string): string {
	return execFileSync("sh", ["-ec", script], { encoding: "utf8" });
}

export function canRun(script: string): boolean {
	try {
		execFileSync("sh", ["-ec", script], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}
