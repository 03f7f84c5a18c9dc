// A call whose connection is gone: what the two see, and how codes bring the same two together again.

import { expect, test } from "vitest";
import { expectNoProblems, newPerson, type Person } from "./support/launch.ts";
import {
	begin,
	by,
	compare,
	compared,
	connectByText,
	expectMovingPicture,
	heard,
	inState,
	myCode,
	problem,
	say,
} from "./support/pigeon.ts";
import { isPrepared, newSleeper, sleep, stumble } from "./support/sleeper.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

const texts = ({ page }: Person, from: "me" | "them") =>
	page
		.locator(`[data-testid=chat-log] [data-from=${from}] p`)
		.allTextContents();

/** None of them sees anything but a connection that stands. */
async function expectCalm(
	people: readonly Person[],
	during: () => Promise<void>,
): Promise<void> {
	const ends = await Promise.all(
		people.map(({ page }) =>
			page.evaluateHandle(() => {
				const states: string[] = [];
				const status = document.querySelector("[data-testid=status]");
				const look = () =>
					states.push(status?.getAttribute("data-state") ?? "");
				look();
				if (status)
					new MutationObserver(look).observe(status, { attributes: true });
				return states;
			}),
		),
	);
	await during();
	for (const end of ends)
		expect(new Set(await end.jsonValue())).toEqual(new Set(["connected"]));
}

test("two whose connection is gone exchange codes, and go on with the same chat, the same call and the same trust", async () => {
	const one = await newSleeper(stage.browser);
	const other = await newSleeper(stage.browser);
	await connectByText(one.page, other.page, stage.server.url);
	await by(one.page, "toggle-camera").click();
	await expectMovingPicture(other.page, "remote-video");
	const same = await compare(one.page, other.page);
	await say(one.page, "before");
	expect(await heard(other.page)).toBe("before");
	await sleep(other);
	await Promise.all([
		inState(one.page, "severed"),
		inState(other.page, "severed"),
	]);
	await say(one.page, "while apart");
	await by(one.page, "reconnect").click();
	await by(other.page, "reconnect").click();
	const invite = await myCode(one.page, "invite");
	await myCode(other.page, "invite");
	await by(other.page, "their-code").fill(invite);
	await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expect(await heard(other.page, 2)).toBe("while apart");
	await say(other.page, "after");
	expect(await heard(one.page)).toBe("after");
	expect(await texts(other, "them")).toEqual(["before", "while apart"]);
	expect(await texts(one, "me")).toEqual(["before", "while apart"]);
	await expectMovingPicture(other.page, "remote-video");
	// Only the same certificates can have come back: what the two have compared stays.
	expect(await compared(one.page, other.page)).toBe(same);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a connection that a browser closes is replaced by the second one, without a code", async () => {
	const one = await newSleeper(stage.browser);
	const other = await newSleeper(stage.browser);
	await connectByText(one.page, other.page, stage.server.url);
	await by(other.page, "toggle-camera").click();
	await expectMovingPicture(one.page, "remote-video");
	const same = await compare(one.page, other.page);
	await Promise.all([isPrepared(one), isPrepared(other)]);
	await expectCalm([one, other], async () => {
		// Another network, while the way over the former one goes on.
		await one.page.evaluate(() => self.dispatchEvent(new Event("online")));
		await one.page.waitForTimeout(4_000);
	});
	// It may be over before a page has drawn anything of it: that nothing goes over the closed one is proof enough.
	await stumble(one);
	await say(other.page, "while apart");
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expect(await heard(one.page)).toBe("while apart");
	await say(one.page, "after");
	expect(await heard(other.page)).toBe("after");
	expect(await texts(one, "them")).toEqual(["while apart"]);
	await expectMovingPicture(one.page, "remote-video");
	expect(await compared(one.page, other.page)).toBe(same);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("the code of somebody else does not take their place", async () => {
	const one = await newSleeper(stage.browser);
	const other = await newSleeper(stage.browser);
	const stranger = await newPerson(stage.browser);
	await connectByText(one.page, other.page, stage.server.url);
	await sleep(one);
	await inState(one.page, "severed");
	await by(one.page, "reconnect").click();
	await myCode(one.page, "invite");
	const foreign = await begin(stranger.page, stage.server.url);
	await by(one.page, "their-code").fill(foreign);
	expect(await problem(one.page)).toBe("otherPerson");
	await inState(one.page, "inviting");
	await Promise.all([one.close(), other.close(), stranger.close()]);
});

test("an invite whose connection the browser has closed is replaced by a fresh one, and that is said", async () => {
	const one = await newSleeper(stage.browser);
	const other = await newPerson(stage.browser);
	const stale = await begin(one.page, stage.server.url);
	await by(one.page, "copy-text").click();
	await sleep(one);
	await one.page
		.locator("[data-testid=problem][data-problem=inviteRenewed]")
		.waitFor();
	const fresh = await myCode(one.page, "invite");
	expect(fresh).not.toBe(stale);
	// The other had the old one in already: the fresh one of the same person takes its place.
	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(stale);
	const useless = await myCode(other.page, "reply");
	await by(one.page, "their-code").fill(useless);
	expect(await problem(one.page)).toBe("otherInvite");
	await by(other.page, "theirs-again").click();
	await by(other.page, "their-code").fill(fresh);
	await other.page.waitForFunction(
		(text) =>
			![text, undefined].includes(
				document.querySelector("[data-testid=my-code][data-kind=reply]")
					?.textContent ?? undefined,
			),
		useless,
	);
	await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	await Promise.all([one.close(), other.close()]);
});

test("a reply whose connection the browser has closed is made anew from the same invite", async () => {
	const one = await newPerson(stage.browser);
	const other = await newSleeper(stage.browser);
	const invite = await begin(one.page, stage.server.url);
	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(invite);
	const stale = await myCode(other.page, "reply");
	await by(other.page, "copy-text").click();
	await sleep(other);
	await other.page
		.locator("[data-testid=problem][data-problem=replyRenewed]")
		.waitFor();
	const fresh = await myCode(other.page, "reply");
	expect(fresh).not.toBe(stale);
	await by(one.page, "their-code").fill(fresh);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("an invite that was given up for a fresh one can still be answered", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const first = await begin(one.page, stage.server.url);
	await by(one.page, "copy-text").click();
	await by(one.page, "renew").click();
	await one.page.waitForFunction(
		(text) =>
			document.querySelector("[data-testid=my-code]")?.textContent !== text,
		first,
	);
	await myCode(one.page, "invite");
	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(first);
	await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("a second person's reply to the same invite is refused with a warning", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const second = await newPerson(stage.browser);
	const invite = await begin(one.page, stage.server.url);
	const replyOf = async ({ page }: Person) => {
		await begin(page, stage.server.url);
		await by(page, "their-code").fill(invite);
		return myCode(page, "reply");
	};
	await by(one.page, "their-code").fill(await replyOf(other));
	await inState(one.page, "connected");
	const late = await replyOf(second);
	// A mail program opens links in a tab of their own.
	const tab = await one.context.newPage();
	await tab.goto(`${stage.server.url}#${late}`);
	expect(await problem(one.page)).toBe("usedInvite");
	await inState(one.page, "connected");
	await Promise.all([one.close(), other.close(), second.close()]);
});
