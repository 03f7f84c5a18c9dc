// Runs before anything is seen: of the first screens that stand in the page, leaves the one in the person's language.
// Whatever is pressed there before the app has come waits for it.

import { surroundingsOf } from "./app/surroundings.ts";
import { firstSpoken } from "./i18n/wishes.ts";
import { readSettings } from "./settings/settings.ts";
import { isInstalled } from "./shell/page.ts";
import { createStore } from "./shell/store.ts";

const { documentElement: root } = document;
const { language, theme } = readSettings(
	createStore(() => localStorage, "pigeon-settings").read(),
);
root.setAttribute("data-theme", theme ?? "auto");

// Another screen comes first for whoever opens a link, and inside another page or another app's browser.
const isHome =
	location.hash.length <= 1 &&
	window.top === window.self &&
	surroundingsOf({
		userAgent: navigator.userAgent,
		maxTouchPoints: navigator.maxTouchPoints,
		isInstalled: isInstalled(window),
	}).inside === null;
const screens = [...document.querySelectorAll<HTMLElement>("#app > [hidden]")];
const primaryOf = ({ lang }: HTMLElement) => lang.split("-")[0] ?? "";
const spoken =
	firstSpoken(language, navigator.languages, screens.map(primaryOf)) ?? "en";
for (const screen of screens) {
	if (!isHome || primaryOf(screen) !== spoken) screen.remove();
	else {
		root.lang = screen.lang;
		screen.removeAttribute("lang");
		screen.hidden = false;
	}
}

document.addEventListener("click", ({ target }) => {
	if (root.hasAttribute("data-is-drawn")) return;
	const pressed =
		target instanceof Element ? target.closest("[data-testid]") : null;
	const id = pressed?.getAttribute("data-testid");
	if (id) root.setAttribute("data-pressed", id);
});

// The app comes once this has been seen; a window in the background is drawn never, and waits no longer than that.
const latestMs = 300;
const seen = new Promise<void>((done) => {
	requestAnimationFrame(() => setTimeout(done));
	setTimeout(done, latestMs);
});
const address = document.currentScript?.getAttribute("data-app") ?? "";
void seen
	.then(
		() => import(/* @vite-ignore */ new URL(address, document.baseURI).href),
	)
	.catch(() => {
		for (const one of document.querySelectorAll<HTMLElement>(
			"#app [role=alert]",
		))
			one.hidden = false;
	});
