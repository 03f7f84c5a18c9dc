// From the first screen to the end of the call by the keyboard alone: every stop is seen, and none is ever lost.

import { expect, test } from "vitest";
import { focused, pressAt, reach } from "./support/keyboard.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { begin, by, heard, inState, myCode, say } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

test("the keyboard alone gets from the first screen to the end of the call", async () => {
	const one = await newPerson(stage.browser);
	const other = await newPerson(stage.browser);
	const { page } = one;
	const isKept = () => expect.poll(() => focused(page)).not.toBeNull();
	const backAt = (id: string) => expect.poll(() => focused(page)).toBe(id);

	await page.goto(stage.server.url);
	await by(page, "start").waitFor();
	for (const sheet of ["help", "settings"]) {
		await pressAt(page, `open-${sheet}`);
		await by(page, `${sheet}-sheet`).waitFor();
		await page.keyboard.press("Escape");
		await backAt(`open-${sheet}`);
	}
	await pressAt(page, "open-settings");
	await pressAt(page, "forget");
	await by(page, "forget-yes").waitFor();
	await isKept();
	await page.keyboard.press("Escape");
	await pressAt(page, "start");
	const invite = await myCode(page, "invite");
	await isKept();

	await pressAt(page, "scan");
	await by(page, "scan-video").waitFor();
	await pressAt(page, "scan");
	await by(page, "scan-video").waitFor({ state: "detached" });
	await isKept();

	await begin(other.page, stage.server.url);
	await by(other.page, "their-code").fill(invite);
	await reach(page, "their-code");
	await page.keyboard.insertText(await myCode(other.page, "reply"));
	await inState(page, "connected");
	await isKept();

	await pressAt(page, "safety-same");
	await by(page, "safety-same").waitFor({ state: "detached" });
	await isKept();
	await reach(page, "chat-input");
	await page.keyboard.insertText("By keys");
	await page.keyboard.press("Enter");
	expect(await heard(other.page)).toBe("By keys");
	await say(other.page, "As well");
	await heard(page);
	await pressAt(page, "more");
	await by(page, "more-sheet").waitFor();
	await pressAt(page, "close-sheet");
	await backAt("more");
	await pressAt(page, "hang-up");
	await inState(page, "closed");
	await isKept();
	await pressAt(page, "to-start");
	await by(page, "start").waitFor();
	await isKept();
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});
