// Nothing keeps anybody out: axe looks at every screen in every state, in both themes, and in both languages.

import { expect, test } from "vitest";
import { findBarriers } from "./support/axe.ts";
import { goThroughStates } from "./support/every-state.ts";
import { expectNoProblems, newPerson } from "./support/launch.ts";
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
		},
	);
	expect(barriers).toEqual([]);
	expectNoProblems(one, other, third);
	await Promise.all(people.map(({ close }) => close()));
});
