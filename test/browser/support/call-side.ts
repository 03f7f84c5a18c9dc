// One person in a call, in a browser of either engine, with something to show when they share their screen.

import type { Browser, Page } from "playwright-core";
import { newFirefoxPerson } from "./firefox.ts";
import { newPerson, type Person } from "./launch.ts";
import { watchLines } from "./lines.ts";
import {
	endDrawnScreen,
	giveDrawnScreen,
	openSomethingToShow,
} from "./shown-screen.ts";

export type Engine = "chromium" | "firefox";

export type Side = {
	readonly engine: Engine;
	readonly person: Person;
	readonly page: Page;
	/** As the browser's own bar does it. */
	endScreen(): Promise<unknown>;
};

export async function newSide(engine: Engine, browser: Browser): Promise<Side> {
	const isChromium = engine === "chromium";
	const person = isChromium
		? await newPerson(browser)
		: await newFirefoxPerson(browser);
	await watchLines(person.context);
	if (!isChromium) await giveDrawnScreen(person.context);
	let tab: Page | null = null;
	if (isChromium) tab = await openSomethingToShow(person.context);
	const { page } = person;
	await page.bringToFront();
	return {
		engine,
		person,
		page,
		async endScreen() {
			if (!isChromium) return endDrawnScreen(page);
			await tab?.close();
			tab = await openSomethingToShow(person.context);
			await page.bringToFront();
		},
	};
}
