// The rules that the page sets for itself: no screen breaks them, and what is put into the page does not run.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { goThroughScreens } from "./support/every-screen.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import { by } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";
import { violations, watchViolations } from "./support/violations.ts";

let browser: Browser;
let server: Server;

beforeAll(async () => {
	server = await serve(inject("builtApp"));
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

test("no screen breaks the page's policy, on the first visit and with the service worker's headers", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await watchViolations(one.context);
	await watchViolations(other.context);
	await one.page.goto(server.url);
	await one.page.evaluate(() => navigator.serviceWorker.ready);
	await goThroughScreens(one.page, other.page, server.url);
	expect(await violations(one.page)).toEqual([]);
	expect(await violations(other.page)).toEqual([]);

	const opened = await one.page.goto(server.url);
	expect(opened?.fromServiceWorker()).toBe(true);
	const sent = (await opened?.allHeaders()) ?? {};
	expect(sent["content-security-policy"]).toContain("frame-ancestors 'none'");
	expect(sent["cross-origin-opener-policy"]).toBe("same-origin");
	expect(sent["permissions-policy"]).toContain("geolocation=()");
	expect(sent["referrer-policy"]).toBe("no-referrer");
	expect(sent["x-content-type-options"]).toBe("nosniff");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a script or markup that gets into the page does not run", async () => {
	const { page, context, close } = await newPerson(browser);
	await watchViolations(context);
	await page.goto(server.url);
	await by(page, "start").waitFor();
	const tried = await page.evaluate(async (origin) => {
		const outcome: Record<string, string> = {};
		const attempt = (name: string, work: () => void) => {
			try {
				work();
				outcome[name] = "done";
			} catch (error) {
				outcome[name] = (error as Error).name;
			}
		};
		attempt("markup", () => {
			document.body.innerHTML += "<img src=x onerror='hit=1'>";
		});
		attempt("code", () => {
			const script = document.createElement("script");
			script.textContent = "window.hit = 2";
			document.body.append(script);
		});
		attempt("foreign script", () => {
			const script = document.createElement("script");
			script.src = `${origin}elsewhere.js`;
			document.body.append(script);
		});
		attempt("late code", () => void setTimeout("window.hit = 3"));
		attempt("worker", () => void new Worker("data:text/javascript,1"));
		await new Promise((resolve) => setTimeout(resolve, 300));
		return { outcome, hit: (window as { hit?: number }).hit ?? null };
	}, server.url);
	expect(tried.hit).toBeNull();
	expect(Object.values(tried.outcome)).not.toContain("done");
	expect((await violations(page)).length).toBeGreaterThan(0);
	await close();
});
