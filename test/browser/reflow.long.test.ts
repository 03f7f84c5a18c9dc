// Every screen in every state on a window 320 wide, which is what zoom to 400 % leaves of a laptop's: with words twice
// as long, or in a page that is read from the right. Nothing has to be scrolled sideways, and nothing is cut off.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { goThroughStates } from "./support/every-state.ts";
import { newPerson } from "./support/launch.ts";
import { useStage } from "./support/stage.ts";

const stage = useStage();

/** What is wider than its place, and what can be pressed but reaches out of the window. */
const misfits = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const nameOf = (one: Element) =>
			`${one.tagName.toLowerCase()}.${one.getAttribute("data-testid") ?? one.getAttribute("class")}`;
		const room = document.documentElement;
		const found: string[] = [];
		if (room.scrollWidth > room.clientWidth)
			for (const one of document.body.querySelectorAll("*"))
				if (one.scrollWidth > one.clientWidth && one.clientWidth > 0)
					found.push(`wider than the window: ${nameOf(one)}`);
		const top = document.querySelector("dialog[open]") ?? document;
		for (const one of top.querySelectorAll(
			"button, a, input, select, textarea",
		)) {
			const { left, right, width } = one.getBoundingClientRect();
			const isHidden = one.closest(".unseen, [inert]") !== null || width === 0;
			if (!isHidden && (left < -1 || right > innerWidth + 1))
				found.push(`reaches out: ${nameOf(one)}`);
		}
		return found;
	});

test("nothing sticks out of a narrow window", async () => {
	const people = await Promise.all(
		["xx-long", "xx-mirrored", "xx-mirrored"].map(async (language) => {
			const person = await newPerson(stage.browser);
			await person.context.addInitScript((language) => {
				localStorage.setItem("pigeon-settings", JSON.stringify({ language }));
			}, language);
			await person.page.setViewportSize({ width: 320, height: 640 });
			return person;
		}),
	);
	const [one, other, third] = people;
	if (!one || !other || !third) throw new Error("Nobody is there");
	const found: string[] = [];
	await goThroughStates(
		{ one: one.page, other: other.page, third: third.page },
		stage.server.url,
		async (page, state) => {
			for (const misfit of await misfits(page))
				found.push(`${state}: ${misfit}`);
		},
	);
	expect(found).toEqual([]);
	expect(await third.page.evaluate(() => document.documentElement.dir)).toBe(
		"rtl",
	);
	await Promise.all(people.map(({ close }) => close()));
});
