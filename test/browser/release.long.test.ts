// A release that anybody can make again: the same bytes, wherever it is built, under the number that the app shows.

import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { launchBrowser, newPerson } from "./support/launch.ts";
import { by } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

const home = fileURLToPath(new URL("../../", import.meta.url));
const parts = ["src", "public", "package.json", "vite.config.ts", ".build"];

test("built in another folder, every file is the same", async () => {
	const folder = await mkdtemp(join(tmpdir(), "pigeon-elsewhere-"));
	for (const part of parts)
		await cp(join(home, part), join(folder, part), { recursive: true });
	await symlink(join(home, "node_modules"), join(folder, "node_modules"));
	const { NODE_ENV: _, ...env } = process.env;
	const vite = join(home, "node_modules", "vite", "bin", "vite.js");
	await promisify(execFile)(process.execPath, [vite, "build"], {
		cwd: folder,
		env,
	});
	const there = await readFile(join(folder, "dist", "hashes.txt"), "utf8");
	const here = await readFile(join(inject("builtApp"), "hashes.txt"), "utf8");
	expect(there).toBe(here);
	expect(there).toMatch(/^[0-9a-f]{64} {2}sw\.js$/m);
	await rm(folder, { recursive: true });
});

test("the sums are right, and the number in the app is theirs", async () => {
	const folder = inject("builtApp");
	execFileSync("sha256sum", ["--quiet", "-c", "hashes.txt"], { cwd: folder });
	const list = await readFile(join(folder, "hashes.txt"), "utf8");
	const assets = list
		.split("\n")
		.filter((line) => line.includes("  assets/"))
		.map((line) => `${line}\n`)
		.join("");
	const number = createHash("sha256").update(assets).digest("hex").slice(0, 16);
	const server = await serve(folder);
	const browser = await launchBrowser();
	const { page } = await newPerson(browser);
	await page.goto(server.url);
	expect(await by(page, "release").textContent()).toContain(number);
	await browser.close();
	await server.stop();
});
