// What leaves this device about itself: in the code, in-band, and by the second link. Measured on what is sent.

import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { begin, by, inState, myCode, myLink } from "./support/pigeon.ts";
import {
	callThroughRelay,
	kindsOf,
	said,
	withServer,
} from "./support/relay-only.ts";
import { useStage } from "./support/stage.ts";
import { type StunServer, startStun } from "./support/stun.ts";
import { startTurn, turnserver } from "./support/turn.ts";

const stage = useStage();
let stun: StunServer;

beforeAll(async () => {
	stun = await startStun(["203.0.113.7", 40_001]);
});

afterAll(() => stun?.stop());

test("the line beside a code says what is in it, and a smaller circle makes a smaller code", async () => {
	const { page, close, problems } = await newPerson(stage.browser, {
		permissions: ["clipboard-read", "clipboard-write"],
	});
	await withServer(page, stage.server.url, stun.urls);
	await by(page, "start").click();
	const wide = await myCode(page, "invite");
	expect(kindsOf(wide)).toContain("mapped");
	expect(await said(page)).toBe("mapped name");
	await by(page, "giving").locator("summary").click();
	await by(page, "giving").getByText("203.0.113.7").waitFor();
	expect(await by(page, "scope-relay").isDisabled()).toBe(true);

	await by(page, "scope-network").check();
	await expect.poll(() => said(page)).toBe("name");
	const narrow = await myCode(page, "invite");
	expect(kindsOf(narrow)?.every((kind) => kind === "name")).toBe(true);
	expect(narrow.length).toBeLessThan(wide.length);

	// The choice is kept, and it is the same as the one on the first page.
	await by(page, "copy-text").click();
	await expect.poll(() => by(page, "scope-internet").count()).toBe(0);
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
		narrow,
	);
	await by(page, "cancel").click();
	expect(await by(page, "servers-none").isChecked()).toBe(true);
	expect(problems).toEqual([]);
	await close();
});

test("who answers a link chooses before what the reply gives away", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser, { permissions: [] });
	await begin(one.page, stage.server.url);
	await withServer(other.page, stage.server.url, stun.urls);
	await other.page.goto(await myLink(one.page));
	await by(other.page, "circle").locator("summary").click();
	await by(other.page, "scope-network").check();
	const asked = stun.requests();
	await by(other.page, "answer").click();
	const reply = await myCode(other.page, "reply");
	expect(kindsOf(reply)?.every((kind) => kind === "name")).toBe(true);
	expect(stun.requests()).toBe(asked);
	await by(other.page, "giving").locator("summary").click();
	expect(await by(other.page, "scope-internet").count()).toBe(0);
	await by(one.page, "their-code").fill(reply);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test.runIf(turnserver)(
	"who goes through a relay only tells nothing else, in the code, in-band, by the second link, or by a packet",
	async () => {
		const turn = await startTurn();
		const one = await newPerson(stage.browser);
		const other = await newPerson(stage.browser);
		await callThroughRelay(one, other, stage.server.url, turn);
		expectNoProblems(one, other);
		await Promise.all([one.close(), other.close()]);
		turn.stop();
	},
);
