// Firefox, driven over WebDriver BiDi: the system's own, with a fake camera and without prompts.

import { type Browser, firefox } from "playwright-core";
import { findBrowser } from "./find-browser.ts";
import { type Person, watchProblems } from "./launch.ts";

const preferences = {
	"media.navigator.streams.fake": true,
	"media.navigator.permission.disabled": true,
	"permissions.default.camera": 1,
	"permissions.default.microphone": 1,
	"media.autoplay.default": 0,
	// Two people share one browser here, and only one of them is in front.
	"dom.min_background_timeout_value": 4,
	"media.suspend-background-video.enabled": false,
	// Nothing but the test itself talks to a network.
	"app.update.enabled": false,
	"network.captive-portal-service.enabled": false,
	"network.connectivity-service.enabled": false,
	"datareporting.policy.dataSubmissionEnabled": false,
	"services.settings.server": "data:,",
};

export const hasFirefox = findBrowser("firefox") !== undefined;

export function launchFirefox(): Promise<Browser> {
	return firefox.launch({
		channel: "moz-firefox",
		executablePath: findBrowser("firefox") ?? "",
		firefoxUserPrefs: preferences,
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
