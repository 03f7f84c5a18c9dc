// Everything that two sides may do to one connection, hundreds of times and at once: in the end both agree.

import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { hasFirefox, launchFirefox } from "./support/firefox.ts";
import { launchBrowser } from "./support/launch.ts";
import type { Plan, Shaken } from "./support/negotiation-pair.ts";
import { type Server, serve } from "./support/serve.ts";

let server: Server;
let script: string;

beforeAll(async () => {
	server = await serve(inject("builtApp"));
	const entry = fileURLToPath(
		new URL("support/negotiation-pair.ts", import.meta.url),
	);
	const built = await build({
		configFile: false,
		logLevel: "error",
		build: {
			write: false,
			lib: { entry, formats: ["iife"], name: "pair" },
		},
	});
	const [one] = Array.isArray(built) ? built : [built];
	const [chunk] = one && "output" in one ? one.output : [];
	script = chunk?.type === "chunk" ? chunk.code : "";
});

afterAll(() => server?.stop());

async function shaken(browser: Browser, plan: Plan): Promise<Shaken> {
	const page = await browser.newPage();
	await page.goto(`${server.url}licences.txt`);
	const result = await page.evaluate(
		([code, one]) => new Function(`${code}; return pair`)().shake(one),
		[script, plan] as const,
	);
	await page.close();
	return result as Shaken;
}

function expectAgreement(result: Shaken): void {
	expect(result.states).toEqual(["stable", "stable"]);
	expect(result.connectionStates).toEqual(["connected", "connected"]);
	expect(result.lines[0]).toBe(result.lines[1]);
	expect(result.echo).toBe("still there");
	expect(result.offers).toBeGreaterThan(5);
	expect(result.pictures).toEqual([true, true]);
}

test("after hundreds of additions, removals, restarts and nonsense both sides are stable and agree", async () => {
	const browser = await launchBrowser();
	const plan = { seed: 1, steps: 300, doRestart: true, restarts: 4 };
	expectAgreement(await shaken(browser, plan));
	await browser.close();
});

// Firefox loses a connection that is negotiated on in the very moment in which its path is being found anew.
test.runIf(hasFirefox)(
	"the same in Firefox, and restarts by themselves",
	async () => {
		const browser = await launchFirefox();
		for (const plan of [
			{ seed: 3, steps: 200, doRestart: false, restarts: 0 },
			{ seed: 4, steps: 0, doRestart: false, restarts: 10 },
		])
			expectAgreement(await shaken(browser, plan));
		await browser.close();
	},
);
