// Nothing keeps anybody out: axe looks at every screen in every state, in both themes, and in both languages; and where a
// system has colours of its own, everything that is pressed is still seen.

import { expect, test } from "vitest";
import { findBarriers } from "./support/axe.ts";
import { goThroughStates } from "./support/every-state.ts";
import { findUnseen } from "./support/forced.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import { goThroughRareStates } from "./support/rare-states.ts";
import { newSleeper } from "./support/sleeper.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

test.each([
	["en-US", "zh-CN"],
	["zh-CN", "en-US"],
])("axe finds nothing on any screen (%s talks with %s)", async (...locales) => {
	const people = await Promise.all(
		[...locales, locales[0]].map((locale = "en-US") =>
			newPerson(stage.browser, { locale }),
		),
	);
	const [one, other, third] = people;
	if (!one || !other || !third) throw new Error("Nobody is there");
	const barriers: string[] = [];
	await goThroughStates(
		{ one: one.page, other: other.page, third: third.page },
		stage.server.url,
		async (page, state) => {
			barriers.push(...(await findBarriers(page, state)));
			barriers.push(...(await findUnseen(page, state)));
		},
	);
	expect(barriers).toEqual([]);
	expectNoProblems(one, other, third);
	await Promise.all(people.map(({ close }) => close()));
});

test("axe finds nothing where something has gone wrong, either", async () => {
	const one = await newSleeper(stage.browser);
	const other = await newPerson(stage.browser, { screen: "phone" });
	const barriers: string[] = [];
	const seen: string[] = [];
	await goThroughRareStates(
		[one, other],
		stage.server,
		async (page, state, frame) => {
			seen.push(state);
			barriers.push(...(await findBarriers(page, state, frame)));
		},
	);
	expect(barriers).toEqual([]);
	expect(seen).toHaveLength(10);
	await Promise.all([one.close(), other.close()]);
});
