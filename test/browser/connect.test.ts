// Two people, two browsers, one code each way: by text and by link.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import {
	begin,
	by,
	connectByText,
	heard,
	inState,
	myCode,
	myLink,
	say,
} from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage("/pigeon/");

/** Counts the connections that a page makes, without changing them. */
async function countConnections(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		const counter = self as unknown as { made: number };
		counter.made = 0;
		self.RTCPeerConnection = class extends RTCPeerConnection {
			constructor(configuration?: RTCConfiguration) {
				super(configuration);
				counter.made += 1;
			}
		};
	});
	return () => page.evaluate(() => (self as unknown as { made: number }).made);
}

/** Every address in the page's own history, the present one last. */
async function visited(page: Page): Promise<readonly string[]> {
	const devtools = await page.context().newCDPSession(page);
	const { entries } = await devtools.send("Page.getNavigationHistory");
	return entries.map(({ url }) => url);
}

test("two people connect by pasting text, write to each other, and hang up", async () => {
	const one = await newPerson(stage.browser, { screen: "laptop" });
	const other = await newPerson(stage.browser, { screen: "phone" });
	await connectByText(one.page, other.page, stage.server.url);
	await say(one.page, "hello");
	expect(await heard(other.page)).toBe("hello");
	await say(other.page, "hello yourself");
	expect(await heard(one.page)).toBe("hello yourself");
	await one.page
		.locator("[data-testid=chat-log] [data-from=me][data-is-delivered=true]")
		.waitFor();
	await by(one.page, "hang-up").click();
	await inState(one.page, "closed");
	await inState(other.page, "closed");
	expect(await by(one.page, "status").getAttribute("data-ending")).toBe("byMe");
	expect(await by(other.page, "status").getAttribute("data-ending")).toBe(
		"byThem",
	);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("two invites that cross each other connect as well", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const mine = await begin(one.page, stage.server.url);
	const theirs = await begin(other.page, stage.server.url);
	await by(one.page, "their-code").fill(theirs);
	await by(other.page, "their-code").fill(mine);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a link asks first; its reply, opened in a new tab, reaches the tab that waits", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser, { screen: "phone" });
	await begin(one.page, stage.server.url);
	await by(one.page, "copy-link").click();
	const invite = await one.page.evaluate(() => navigator.clipboard.readText());
	expect(invite).toBe(await myLink(one.page));

	const connections = await countConnections(other.page);
	await other.page.goto(invite);
	await by(other.page, "answer").waitFor();
	await other.page.waitForTimeout(500);
	expect(await connections()).toBe(0);
	expect(await visited(other.page)).not.toContainEqual(
		expect.stringContaining("#"),
	);
	await by(other.page, "answer").click();
	await myCode(other.page, "reply");
	expect(await connections()).toBe(1);

	const tab = await one.context.newPage();
	await tab.goto(await myLink(other.page));
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	await tab.locator("[data-testid=arrival][data-is=handed]").waitFor();
	expect(tab.url()).toBe(stage.server.url);
	await say(other.page, "by link");
	expect(await heard(one.page)).toBe("by link");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a reply link that is opened in the waiting tab itself connects it", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	await begin(one.page, stage.server.url);
	await other.page.goto(await myLink(one.page));
	await by(other.page, "answer").click();
	await myCode(other.page, "reply");
	const fragment = new URL(await myLink(other.page)).hash;
	await one.page.evaluate((hash) => {
		location.hash = hash;
	}, fragment);
	await inState(one.page, "connected");
	expect(one.page.url()).toBe(stage.server.url);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("my own invite, opened in my own browser, is told from another's", async () => {
	const one = await newPerson(stage.browser);
	await begin(one.page, stage.server.url);
	const tab = await one.context.newPage();
	await tab.goto(await myLink(one.page));
	await by(tab, "own-invite").waitFor();
	// To try things out it may still be answered.
	await by(tab, "answer").click();
	const reply = await myCode(tab, "reply");
	await by(one.page, "their-code").fill(reply);
	await Promise.all([
		inState(one.page, "connected"),
		inState(tab, "connected"),
	]);
	expectNoProblems(one);
	await one.close();
});

test("a reply that nobody here waits for says so", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(
		await begin(one.page, stage.server.url),
	);
	await myCode(other.page, "reply");
	const stranger = await newPerson(stage.browser);
	await stranger.page.goto(await myLink(other.page));
	await stranger.page
		.locator("[data-testid=arrival][data-is=orphan]")
		.waitFor();
	expectNoProblems(one, other, stranger);
	await Promise.all([one.close(), other.close(), stranger.close()]);
});

test("a tab that is closed is noticed by the other side", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	await connectByText(one.page, other.page, stage.server.url);
	await other.page.close({ runBeforeUnload: false });
	await inState(one.page, "closed");
	expectNoProblems(one);
	await Promise.all([one.close(), other.close()]);
});
