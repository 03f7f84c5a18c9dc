// Before the browser tests: builds the app once, as `npm run build` does, and makes sure that there is a browser.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { findOrInstallBrowser } from "./find-browser.ts";

declare module "vitest" {
	export interface ProvidedContext {
		/** The folder with the built app. */
		builtApp: string;
		/** The program file of Chrome or Chromium. */
		chromium: string;
	}
}

const home = fileURLToPath(new URL("../../../", import.meta.url));

export default async function setup(project: TestProject) {
	project.provide("chromium", findOrInstallBrowser("chromium"));
	// A folder of its own for each run: two runs at once must not pull the app from under each other.
	const folder = await mkdtemp(join(tmpdir(), "pigeon-built-"));
	const clear = () => rm(folder, { recursive: true, force: true });
	await buildInto(folder).catch(async (cause) => {
		await clear();
		throw new Error("The app could not be built.", { cause });
	});
	project.provide("builtApp", folder);
	return clear;
}

async function buildInto(folder: string): Promise<void> {
	// A process of its own: the runner's NODE_ENV is "test", and Vite would build a development app.
	const { NODE_ENV: _, ...env } = process.env;
	const vite = join(home, "node_modules", "vite", "bin", "vite.js");
	const args = [vite, "build", "--outDir", folder, "--emptyOutDir"];
	args.push("--logLevel", "error");
	await promisify(execFile)(process.execPath, args, { cwd: home, env });
}
