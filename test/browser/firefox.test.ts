// The two engines with each other, either one first, by a reply and by two invites that cross.
// Where there is no Firefox there is nothing to say about it.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	hasFirefox,
	launchFirefox,
	newFirefoxPerson,
} from "./support/firefox.ts";
import { expectNoProblems, newPerson, type Person } from "./support/launch.ts";
import {
	begin,
	by,
	expectMovingPicture,
	heard,
	inState,
	myCode,
	say,
} from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";

type Engine = "chromium" | "firefox";

const pairs: readonly (readonly [Engine, Engine])[] = [
	["chromium", "firefox"],
	["firefox", "chromium"],
	["firefox", "firefox"],
];

describe.runIf(hasFirefox)("with Firefox", () => {
	const stage = useStage();
	let firefox: Browser;

	beforeAll(async () => {
		firefox = await launchFirefox();
	});

	afterAll(() => firefox.close());

	const newOf = (engine: Engine): Promise<Person> =>
		engine === "chromium"
			? newPerson(stage.browser)
			: newFirefoxPerson(firefox);

	test.each(pairs)(
		"%s invites, %s replies; they talk and see each other",
		async (first, second) => {
			const one = await newOf(first);
			const other = await newOf(second);
			const invite = await begin(one.page, stage.server.url);
			await begin(other.page, stage.server.url);
			await by(other.page, "their-code").fill(invite);
			await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
			for (const { page } of [one, other]) {
				await inState(page, "connected");
				await by(page, "toggle-camera").click();
			}
			await say(one.page, "across engines");
			expect(await heard(other.page)).toBe("across engines");
			for (const { page } of [one, other])
				await expectMovingPicture(page, "remote-video");
			await by(one.page, "hang-up").click();
			await inState(other.page, "closed");
			expectNoProblems(one, other);
			await Promise.all([one.close(), other.close()]);
		},
	);

	test.each(pairs)(
		"invites of %s and %s that cross connect",
		async (first, second) => {
			const one = await newOf(first);
			const other = await newOf(second);
			const mine = await begin(one.page, stage.server.url);
			const theirs = await begin(other.page, stage.server.url);
			await by(other.page, "their-code").fill(mine);
			await by(one.page, "their-code").fill(theirs);
			await Promise.all([
				inState(one.page, "connected"),
				inState(other.page, "connected"),
			]);
			expectNoProblems(one, other);
			await Promise.all([one.close(), other.close()]);
		},
	);
});
