// A newer release: it waits until a person asks for it, and never mixes with the one that runs.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	expect,
	inject,
	test,
} from "vitest";
import { launchBrowser, newPerson, type Person } from "./support/launch.ts";
import { type Server, serve } from "./support/serve.ts";

const probePage =
	'<!doctype html><title>Probe</title><script type="module" src="probe.js"></script>';

let browser: Browser;
let probe: string;
beforeAll(async () => {
	[browser, probe] = await Promise.all([launchBrowser(), buildProbe()]);
});
afterAll(() => browser.close());

let server: Server;
let person: Person;
let page: Page;
beforeEach(async () => {
	server = await serve(inject("builtApp"), "/pigeon/");
	server.replace("probe.html", probePage);
	server.replace("probe.js", probe);
	person = await newPerson(browser);
	page = person.page;
	await openProbe(page);
	// The first release is on the device and in charge.
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
});
afterEach(async () => {
	await person.close();
	await server.stop();
});

test("the first visit offers nothing and reloads nothing", async () => {
	await page.waitForTimeout(500);
	expect(await state(page)).toEqual({ title: "latest", loads: "1", caches: 1 });
});

test("a newer release is offered, waits, and starts with one reload", async () => {
	await release(server, "2");
	await lookForUpdate(page);
	await page.waitForFunction(() => document.title === "ready");
	await page.waitForTimeout(500);
	expect(await state(page)).toEqual({ title: "ready", loads: "1", caches: 2 });
	const other = await person.context.newPage();
	await other.goto(server.url);
	expect(await releaseOf(other)).toBe("1");
	await other.close();

	await Promise.all([page.waitForEvent("load"), page.mouse.click(5, 5)]);
	await page.waitForTimeout(500);
	expect(await page.evaluate(() => sessionStorage.getItem("loads"))).toBe("2");
	await page.goto(server.url);
	expect(await releaseOf(page)).toBe("2");
	expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
});

test("another tab of the older release runs on, with all its parts", async () => {
	const other = await person.context.newPage();
	await openProbe(other);
	const script = scriptOf(await built("index.html"));
	await release(server, "2");
	await lookForUpdate(page);
	await page.waitForFunction(() => document.title === "ready");
	await Promise.all([page.waitForEvent("load"), page.mouse.click(5, 5)]);
	await server.stop();
	expect(await state(other)).toMatchObject({ title: "ready", loads: "1" });
	const status = await other.evaluate(
		// The browser's own cache has it too, for ten minutes; it does not count.
		async (file) => (await fetch(file, { cache: "no-store" })).status,
		script,
	);
	expect(status).toBe(200);
});

test("a release that is only half on the host yet is not taken", async () => {
	await release(server, "2", false);
	await lookForUpdate(page);
	await page.waitForTimeout(1000);
	expect(await state(page)).toEqual({ title: "latest", loads: "1", caches: 1 });

	await release(server, "3");
	await lookForUpdate(page);
	await page.waitForFunction(() => document.title === "ready");
});

test("the app shows that it is there, and a press brings it", async () => {
	await page.goto(server.url);
	await release(server, "2");
	await lookForUpdate(page);
	await page.getByTestId("update").click();
	await page.locator("html[data-release='2']").waitFor({ state: "attached" });
});

async function openProbe(tab: Page): Promise<void> {
	await tab.goto(`${server.url}probe.html`);
}

async function lookForUpdate(tab: Page): Promise<void> {
	await tab.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update();
	});
}

function state(tab: Page) {
	return tab.evaluate(async () => ({
		title: document.title,
		loads: sessionStorage.getItem("loads"),
		caches: (await caches.keys()).length,
	}));
}

async function releaseOf(tab: Page): Promise<string> {
	return (await tab.locator("html").getAttribute("data-release")) ?? "1";
}

/** Puts a newer release on the host: its script has another name, and the old one is gone from its list. */
async function release(
	host: Server,
	number: string,
	isWhole = true,
): Promise<void> {
	const [html, worker] = await Promise.all([
		built("index.html"),
		built("sw.js"),
	]);
	const script = scriptOf(html);
	const newScript = `assets/index-release${number}.js`;
	host.replace(newScript, await built(script));
	host.replace(
		"index.html",
		html
			.replace("<html", `<html data-release="${number}"`)
			.replaceAll(script, isWhole ? newScript : "assets/of-another.js"),
	);
	const page = /\{[^{}]*"index\.html"[^{}]*\}/;
	host.replace(
		"sw.js",
		worker
			.replaceAll(script, newScript)
			.replace(page, `{"revision":"${number}","url":"index.html"}`),
	);
}

function built(name: string): Promise<string> {
	return readFile(join(inject("builtApp"), name), "utf8");
}

function scriptOf(html: string): string {
	const name = /assets\/[^"]+\.js/.exec(html)?.[0];
	if (!name) throw new Error("The page has no script.");
	return name;
}

async function buildProbe(): Promise<string> {
	const entry = new URL("support/update-probe.ts", import.meta.url);
	const built = await build({
		configFile: false,
		logLevel: "silent",
		build: {
			write: false,
			lib: { entry: fileURLToPath(entry), formats: ["es"], fileName: "probe" },
		},
	});
	const [first] = [built].flat();
	if (!first || !("output" in first)) throw new Error("nothing was built");
	return first.output[0].code;
}
