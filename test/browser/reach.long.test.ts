// Whom a code reaches: what is said of this network, of one's own servers, and what no server is told.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser, newPerson } from "./support/launch.ts";
import { by, myCode } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";
import { type StunServer, startStun } from "./support/stun.ts";

let browser: Browser;
let server: Server;
let stun: StunServer;
/** Sees the same socket under another port, as behind a symmetric NAT. */
let otherStun: StunServer;

beforeAll(async () => {
	server = await serve(inject("builtApp"));
	browser = await launchBrowser();
	stun = await startStun(["203.0.113.7", 40_001]);
	otherStun = await startStun(["203.0.113.7", 40_002]);
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
	stun?.stop();
	otherStun?.stop();
});

async function withServers(
	page: Page,
	...urls: readonly string[]
): Promise<void> {
	await page.goto(server.url);
	await by(page, "servers-own").check();
	for (const [index, one] of urls.entries()) {
		await by(page, "server-add").click();
		await by(page, "server-urls").nth(index).fill(one);
	}
}

async function checked(page: Page): Promise<string> {
	await by(page, "check-network").click();
	const verdict = by(page, "network-verdict");
	await expect
		.poll(() => verdict.getAttribute("data-is"), { timeout: 15_000 })
		.not.toMatch(/idle|running/);
	return (await verdict.getAttribute("data-is")) ?? "";
}

async function tested(page: Page, index = 0): Promise<string> {
	await by(page, "server-test").nth(index).click();
	const verdict = by(page, "server-verdict").nth(index);
	await expect
		.poll(() => verdict.getAttribute("data-is"), { timeout: 15_000 })
		.not.toMatch(/idle|running/);
	return (await verdict.getAttribute("data-is")) ?? "";
}

test("a server that answers is told from one that does not, and both from nonsense", async () => {
	const { page, close } = await newPerson(browser);
	// Nobody listens on the discard port.
	const dead = stun.urls.replace(/:\d+$/, ":9");
	await withServers(page, stun.urls, dead, "https://example.org");
	expect(await tested(page, 0)).toBe("works");
	expect(await tested(page, 1)).toBe("noAnswer");
	expect(await by(page, "server-test").nth(2).isDisabled()).toBe(true);
	await close();
});

test("the check says whether this network reaches the internet, and how well", async () => {
	const { page, close } = await newPerson(browser, { permissions: [] });
	await withServers(page, stun.urls);
	expect(await checked(page)).toBe("internet");
	await by(page, "server-add").click();
	await by(page, "server-urls").nth(1).fill(otherStun.urls);
	expect(await checked(page)).toBe("mostlyRelay");
	await close();
});

test("with no server at all none is asked, and the code says how far it reaches", async () => {
	const { page, close } = await newPerson(browser, { permissions: [] });
	await withServers(page, stun.urls);
	await by(page, "servers-none").check();
	const before = stun.requests();
	expect(await checked(page)).toMatch(/sameNetwork|internet/);
	await by(page, "start").click();
	await myCode(page, "invite");
	await by(page, "reach").waitFor();
	expect(await by(page, "reach").getAttribute("data-reach")).toBe("onlyNames");
	expect(stun.requests()).toBe(before);
	await close();
});

test("a server that does not answer is said beside the code that comes without it", async () => {
	const { page, close } = await newPerson(browser, { permissions: [] });
	await withServers(page, stun.urls.replace(/:\d+$/, ":9"));
	await by(page, "start").click();
	await myCode(page, "invite");
	await page.locator("[data-problem=noServer]").waitFor();
	await close();
});

test("servers and their passwords stay on this device: a code does not change with them", async () => {
	const { page, close } = await newPerson(browser, { permissions: [] });
	await withServers(page, stun.urls, "turn:turn.example.org");
	await by(page, "server-username").fill("secretUser");
	await by(page, "server-credential").fill("secretWord");
	await by(page, "start").click();
	await myCode(page, "invite");
	const everything = await page.content();
	for (const secret of ["secretUser", "secretWord", "turn.example.org"])
		expect(everything).not.toContain(secret);
	await page.reload();
	expect(await by(page, "server-credential").inputValue()).toBe("secretWord");
	await close();
});
