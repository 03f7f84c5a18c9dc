// A reply that takes longer than a browser would wait by itself.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import { begin, by, inState, myCode } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let browser: Browser;
let server: Server;

beforeAll(async () => {
	browser = await launchBrowser();
	server = await serve(inject("builtApp"), "/pigeon/");
});

afterAll(async () => {
	await browser.close();
	await server.stop();
});

test("a reply that comes twenty seconds later still connects, at once", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await begin(other.page, server.url);
	await by(other.page, "their-code").fill(await begin(one.page, server.url));
	const reply = await myCode(other.page, "reply");
	await one.page.waitForTimeout(20_000);
	await inState(other.page, "answering");
	const appliedAt = Date.now();
	await by(one.page, "their-code").fill(reply);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expect(Date.now() - appliedAt).toBeLessThan(2_000);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
