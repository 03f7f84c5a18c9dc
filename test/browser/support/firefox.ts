// Firefox, driven over WebDriver BiDi: the system's own, with a fake camera and without prompts.

import { type Browser, firefox } from "playwright-core";
import { findBrowser } from "./find-browser.ts";
import { firefoxPreferences } from "./firefox-preferences.ts";
import { type Person, watchProblems } from "./launch.ts";

export const hasFirefox = findBrowser("firefox") !== undefined;

export function launchFirefox(): Promise<Browser> {
	return firefox.launch({
		channel: "moz-firefox",
		executablePath: findBrowser("firefox") ?? "",
		firefoxUserPrefs: firefoxPreferences,
	});
}

/** Firefox takes neither permissions nor a phone's screen from a driver. */
export async function newFirefoxPerson(browser: Browser): Promise<Person> {
	const context = await browser.newContext({
		viewport: { width: 1000, height: 800 },
	});
	const problems = watchProblems(context);
	const page = await context.newPage();
	return { context, page, problems, close: () => context.close() };
}
