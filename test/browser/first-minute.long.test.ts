// The first minute of somebody who has never seen this: what is next is always said, and a mistake ends in help.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import {
	begin,
	by,
	inState,
	myCode,
	myLink,
	problem,
} from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

const nowAt = (page: Page) =>
	by(page, "stops").locator("[data-place=now]").textContent();
const arrivalIs = (page: Page, is: string) =>
	page.locator(`[data-testid=arrival][data-is=${is}]`).waitFor();

test("by message: sent, waited for, pasted; and every mistake on the way ends in help", async () => {
	const { browser, server } = stage;
	const one = await newPerson(browser, { screen: "phone" });
	const other = await newPerson(browser);
	await begin(one.page, server.url);
	// Nothing is chosen yet, so everything is at hand.
	for (const id of ["my-qr", "my-code", "scan", "their-code", "copy-link"])
		expect(await by(one.page, id).isVisible()).toBe(true);
	await by(one.page, "way-message").click();
	expect(await by(one.page, "my-qr").isVisible()).toBe(false);
	expect(await nowAt(one.page)).toContain("Your invite goes out");
	await by(one.page, "copy-link").click();
	await by(one.page, "sent").getByText("goes into a message").waitFor();
	expect(await nowAt(one.page)).toContain("Their reply comes back");

	// What was copied last is one's own link.
	await by(one.page, "paste").click();
	expect(await problem(one.page)).toBe("ownCode");
	await by(one.page, "remedy").click();
	const invite = await myLink(one.page);

	await other.page.goto(invite);
	await by(other.page, "answer").click();
	const reply = await myCode(other.page, "reply");
	expect(await nowAt(other.page)).toContain("Your reply goes back");
	const replyLink = await myLink(other.page);

	// Opened where the invite was not made, it shows itself to the device that needs it.
	const wrong = await newPerson(browser);
	await wrong.page.goto(replyLink);
	await arrivalIs(wrong.page, "orphan");
	await by(wrong.page, "my-qr").waitFor();
	await wrong.close();

	// Half of it asks for the rest.
	await by(one.page, "their-code").fill(reply.slice(0, 60));
	expect(await problem(one.page)).toBe("cutOff");
	await by(one.page, "remedy").click();
	expect(await one.page.evaluate(() => navigator.clipboard.readText())).toMatch(
		/once more/,
	);
	await one.page.evaluate((text) => navigator.clipboard.writeText(text), reply);
	await by(one.page, "paste").click();
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	await by(one.page, "joined").waitFor({ state: "hidden" });
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a reply waits for the window that sleeps, and tells when that window is closed", async () => {
	const { browser, server } = stage;
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await begin(one.page, server.url);
	await by(one.page, "copy-link").click();
	await other.page.goto(await myLink(one.page));
	await by(other.page, "answer").click();
	await myCode(other.page, "reply");
	const reply = await myLink(other.page);

	// No driven browser puts a page to sleep; one that stands still in its first line is as deaf.
	const tools = await one.context.newCDPSession(one.page);
	await tools.send("Debugger.enable");
	await tools.send("Debugger.pause");
	const tab = await one.context.newPage();
	await tab.goto(reply);
	await arrivalIs(tab, "asleep");
	await tools.send("Debugger.disable");
	await arrivalIs(tab, "handed");
	await inState(one.page, "connected");

	// The same browser, another invite, and its page is gone.
	await begin(tab, server.url);
	await by(tab, "copy-link").click();
	const answering = await other.context.newPage();
	await answering.goto(await myLink(tab));
	await by(answering, "answer").click();
	await myCode(answering, "reply");
	const late = await one.context.newPage();
	await tab.close();
	await late.goto(server.url);
	await by(late, "lost-invite").waitFor();
	await late.goto(await myLink(answering));
	await arrivalIs(late, "orphan");
	await late.getByText("page with your invite is closed").waitFor();
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("the first screen stands in the page before the app has come, and keeps what is pressed for it", async () => {
	const { browser, server } = stage;
	const person = await newPerson(browser, { locale: "zh-CN" });
	const { page, context } = person;
	const app = /\/index-[^/]*\.js/;
	const letIn: (() => void)[] = [];
	await context.route(app, async (route) => {
		await new Promise<void>((done) => letIn.push(done));
		await route.continue();
	});
	await page.goto(server.url, { waitUntil: "commit" });
	const start = by(page, "start").filter({ visible: true });
	await start.waitFor();
	expect(await start.textContent()).toBe("与人连接");
	// Drawn once more by the app it is the same: nothing moves or flashes.
	const heading = await page.locator("h1").elementHandle();
	await by(page, "open-help").click();
	for (const go of letIn) go();
	await by(page, "help-sheet").waitFor();
	await by(page, "release").waitFor({ state: "attached" });
	expect(await heading?.evaluate((one) => one.isConnected)).toBe(true);

	// Not before another screen; and where the app does not come, that is said.
	await context.unroute(app);
	await context.route(app, (route) => route.abort());
	const link = await context.newPage();
	await link.goto(`${server.url}#Pnothing`);
	expect(await by(link, "start").count()).toBe(0);
	const stuck = await context.newPage();
	await stuck.goto(server.url);
	await stuck.getByRole("alert").waitFor();
	await person.close();
});
