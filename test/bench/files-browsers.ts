// The two browsers that files are sent between, the built app for them, and one file sent by it as people do.

import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import {
	type BrowserContext,
	chromium,
	firefox,
	type Page,
} from "playwright-core";
import { findBrowser } from "../browser/support/find-browser.ts";
import { firefoxPreferences } from "../browser/support/firefox-preferences.ts";
import { by, connectByText } from "../browser/support/pigeon.ts";
import { rootsOf } from "./processes.ts";

export type Kind = "Chromium" | "Firefox";

export type BenchBrowser = {
	readonly context: BrowserContext;
	/** Its processes, or those that have started them. */
	readonly roots: readonly number[];
	close(): Promise<void>;
};

export async function buildApp(folder: string): Promise<void> {
	const vite = join("node_modules", "vite", "bin", "vite.js");
	const { NODE_ENV: _, ...env } = process.env;
	await promisify(execFile)(
		process.execPath,
		[vite, "build", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"],
		{ env },
	);
}

export async function openBrowser(
	kind: Kind,
	/** Of its own: what arrives is stored there. */
	folder: string,
	args: readonly string[] = [],
): Promise<BenchBrowser> {
	const { value: context, roots } = await rootsOf(async () => {
		if (kind === "Chromium")
			return chromium.launchPersistentContext(folder, {
				executablePath: findBrowser("chromium") ?? "",
				args: ["--no-sandbox", "--disable-gpu", ...args],
				permissions: ["camera", "microphone"],
			});
		const browser = await firefox.launch({
			channel: "moz-firefox",
			executablePath: findBrowser("firefox") ?? "",
			firefoxUserPrefs: firefoxPreferences,
		});
		return browser.newContext();
	});
	return {
		context,
		roots,
		async close() {
			const browser = context.browser();
			await context.close();
			await browser?.close();
		},
	};
}

export async function makeNoise(path: string, mebibytes: number) {
	const handle = await open(path, "w");
	for (let written = 0; written < mebibytes; written += 1)
		await handle.write(randomBytes(1_048_576));
	await handle.close();
}

/** As any other tool gives it. */
export async function sumOfFile(path: string): Promise<string> {
	const hash = createHash("sha256");
	for await (const part of createReadStream(path)) hash.update(part);
	return hash.digest("hex");
}

/** Connected, and the other asked; what comes back says yes and waits until all of it is stored. */
export async function prepareFile(
	one: Page,
	other: Page,
	url: string,
	path: string,
): Promise<() => Promise<void>> {
	await connectByText(one, other, url);
	await by(one, "file-input").setInputFiles(path);
	await by(other, "file-accept").waitFor();
	return async () => {
		await by(other, "file-accept").click();
		const done = other.locator("[data-testid=file][data-state=done]");
		await done.waitFor({ timeout: 3_600_000 });
	};
}

/** Or the next one would find it there, and have nothing to wait for. */
export async function forgetFile(page: Page): Promise<void> {
	await by(page, "file-forget").click();
	await by(page, "file").waitFor({ state: "detached" });
}

/** The file's sum as the app says it. */
export async function sumInApp(page: Page): Promise<string> {
	await by(page, "file").locator(".file-sum summary").click();
	const sum = by(page, "file-sum");
	await sum.waitFor({ timeout: 600_000 });
	return (await sum.textContent()) ?? "";
}
