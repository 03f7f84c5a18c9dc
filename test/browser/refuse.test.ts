// What is no code is named and changes nothing; what the other side writes stays text.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import {
	begin,
	by,
	connectByText,
	heard,
	inState,
	myCode,
	problem,
	say,
} from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let browser: Browser;
let server: Server;

beforeAll(async () => {
	browser = await launchBrowser();
	server = await serve(inject("builtApp"));
});

afterAll(async () => {
	await browser.close();
	await server.stop();
});

test("whatever is no use is named, and changes nothing", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	const mine = await begin(one.page, server.url);
	const box = by(one.page, "their-code");
	await box.fill("hello, how are you?");
	expect(await problem(one.page)).toBe("notACode");
	await box.fill("<img src=x onerror=alert(1)>");
	expect(await problem(one.page)).toBe("notACode");
	await box.fill(mine);
	expect(await problem(one.page)).toBe("ownCode");
	const theirs = await begin(other.page, server.url);
	await box.fill(theirs.slice(0, 50));
	expect(await problem(one.page)).toBe("cutOff");
	await box.fill("x".repeat(2_000_000));
	expect(await problem(one.page)).toBe("tooLong");
	await box.fill("");
	await by(one.page, "problem").waitFor({ state: "detached" });
	await inState(one.page, "inviting");
	expect(await myCode(one.page, "invite")).toBe(mine);

	await box.fill(theirs);
	await by(other.page, "their-code").fill(await myCode(one.page, "reply"));
	await inState(one.page, "connected");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("markup from the other side stays text, and only web addresses become links", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await connectByText(one.page, other.page, server.url);
	const text =
		"<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a?b=1.";
	await say(one.page, text);
	expect(await heard(other.page)).toBe(text);
	const log = by(other.page, "chat-log");
	expect(await log.locator("img, script").count()).toBe(0);
	const link = log.locator("a");
	expect(await link.count()).toBe(1);
	expect(await link.getAttribute("href")).toBe("https://example.org/a?b=1");
	expect(await link.getAttribute("rel")).toContain("noopener");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
