// What most tests in real browsers begin with, and clear away at the end: one browser, and the built app on a server.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./launch.ts";
import { type Server, serve } from "./serve.ts";

export type Stage = { readonly browser: Browser; readonly server: Server };

/** Called once at the top of a file; what it holds is there as soon as the first test runs. */
export function useStage(folder?: string): Stage {
	let browser: Browser | null = null;
	let server: Server | null = null;
	beforeAll(async () => {
		server = await serve(inject("builtApp"), folder);
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});
	const there = <T>(it: T | null): T => {
		if (it === null) throw new Error("The stage is empty before the tests");
		return it;
	};
	return {
		get browser() {
			return there(browser);
		},
		get server() {
			return there(server);
		},
	};
}
