// Before the lab: says whether this machine can have one, and clears what a killed run has left behind.
// After it: prints what each cell gave, as a table.

import { spawn } from "node:child_process";
import { accessSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { findBrowser } from "../../browser/support/find-browser.ts";
import { sweepLeftovers } from "./names.ts";
import { canRun } from "./shell.ts";
import { readRows, table } from "./table.ts";

declare module "vitest" {
	export interface ProvidedContext {
		/** Why there is no lab on this machine; empty where there is one. */
		labMissing: string;
		/** The file that the cells write their results to. */
		labResults: string;
		hasLabFirefox: boolean;
	}
}

export default async function setup(project: TestProject) {
	const missing = whatIsMissing();
	const say = (text: string) => process.stdout.write(`${text}\n`);
	if (missing) say(`\nThe lab is SKIPPED: ${missing}.\n`);
	else {
		await sweepLeftovers();
		callJanitor();
	}
	const folder = await mkdtemp(join(tmpdir(), "pigeon-lab-"));
	const results = join(folder, "results");
	await writeFile(results, "");
	project.provide("labMissing", missing);
	project.provide("labResults", results);
	project.provide("hasLabFirefox", findBrowser("firefox") !== undefined);
	return async () => {
		const rows = await readRows(results);
		if (rows.length > 0) {
			say(`\n${table(rows)}`);
			const { LAB_TABLE: file } = process.env;
			if (file) await writeFile(file, table(rows));
		}
		await rm(folder, { recursive: true, force: true });
	};
}

function callJanitor(): void {
	const program = ["test/run.mjs", "test/lab/support/janitor.ts"];
	spawn(process.execPath, program, {
		cwd: fileURLToPath(new URL("../../../", import.meta.url)),
		env: { ...process.env, PIGEON_LAB: String(process.pid) },
		stdio: "ignore",
		detached: true,
	}).unref();
}

function whatIsMissing(): string {
	if (process.platform !== "linux") return "it needs Linux";
	if (process.getuid?.() !== 0) return "it needs root";
	for (const command of ["ip", "nft", "turnserver", "perl"])
		if (!canRun(`command -v ${command}`)) return `it needs ${command}`;
	if (!canRun("unshare --net --mount true"))
		return "network namespaces may not be made here";
	if (!canRun("unshare --net nft list ruleset"))
		return "nft may not be used here";
	return isThere("/dev/net/tun") ? "" : "it needs /dev/net/tun";
}

function isThere(path: string): boolean {
	try {
		accessSync(path);
		return true;
	} catch {
		return false;
	}
}
