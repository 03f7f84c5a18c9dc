// What the page promises of itself, as Firefox keeps it: its own rules, the relay, the digits.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goThroughScreens } from "./support/every-screen.ts";
import {
	hasFirefox,
	launchFirefox,
	newFirefoxPerson,
} from "./support/firefox.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { compare } from "./support/pigeon.ts";
import { callThroughRelay } from "./support/relay-only.ts";
import { useStage } from "./support/stage.ts";
import { startTurn, turnserver } from "./support/turn.ts";
import { violations, watchViolations } from "./support/violations.ts";

const stage = useStage();

describe.runIf(hasFirefox)("in Firefox", () => {
	let firefox: Browser;

	beforeAll(async () => {
		firefox = await launchFirefox();
	});

	afterAll(() => firefox?.close());

	test("no screen breaks the page's policy", async () => {
		const one = await newFirefoxPerson(firefox);
		const other = await newFirefoxPerson(firefox);
		await watchViolations(one.context);
		await watchViolations(other.context);
		await goThroughScreens(one.page, other.page, stage.server.url);
		expect(await violations(one.page)).toEqual([]);
		expect(await violations(other.page)).toEqual([]);
		expectNoProblems(one, other);
		await Promise.all([one.close(), other.close()]);
	});

	test.runIf(turnserver)(
		"who goes through a relay only tells nothing else; and both engines come to the same digits",
		async () => {
			const turn = await startTurn();
			const one = await newFirefoxPerson(firefox);
			const other = await newPerson(stage.browser);
			await callThroughRelay(one, other, stage.server.url, turn);
			expect(await compare(one.page, other.page)).toMatch(/^\d{4} \d{4}$/);
			expectNoProblems(one, other);
			await Promise.all([one.close(), other.close()]);
			turn.stop();
		},
	);
});
