// The page itself, as the app is allowed to see it: its address, its windows, its coming and going.

import type { Platform } from "../app/platform.ts";
import { surroundingsOf } from "../app/surroundings.ts";
import { whenShown } from "./idle.ts";
import { createLaunches } from "./launches.ts";
import { createOwners } from "./owners.ts";

type Part =
	| "onNetworkChange"
	| "onWake"
	| "pageUrl"
	| "addressBar"
	| "surroundings"
	| "clipboard"
	| "shareSheet"
	| "tabs"
	| "owners"
	| "onLaunch"
	| "guardPage"
	| "onShown"
	| "onLeave"
	| "closePage";

export function createPagePlatform(
	window: Window,
	lifetime: AbortSignal,
): Pick<Platform, Part> {
	const { document, history, location, navigator } = window;
	// Several apps may share one origin (project pages do), so their names carry the path.
	const pageUrl = location.origin + location.pathname;
	const isFile = location.protocol === "file:";
	const tabs = new BroadcastChannel(`pigeon ${pageUrl}`);
	lifetime.addEventListener("abort", () => tabs.close());
	const surroundings = surroundingsOf({
		userAgent: navigator.userAgent,
		maxTouchPoints: navigator.maxTouchPoints,
		isInstalled: isInstalled(window),
	});
	return {
		surroundings,
		owners: createOwners(navigator.locks, pageUrl),
		onNetworkChange: (handle, signal) => {
			window.addEventListener("online", handle, { signal });
			networkOf(navigator)?.addEventListener("change", handle, { signal });
		},
		onWake: (handle, signal) => {
			const look = () => document.visibilityState === "visible" && handle();
			document.addEventListener("visibilitychange", look, { signal });
			window.addEventListener("pageshow", handle, { signal });
		},
		pageUrl: isFile ? null : pageUrl,
		addressBar: {
			read: () => location.hash,
			// Their way out of an app opens the address as it stands: without the code there would be nothing to open.
			clean: () =>
				surroundings.inside === null &&
				history.replaceState(null, "", location.pathname),
			onChange: (handle, signal) =>
				window.addEventListener("hashchange", handle, { signal }),
		},
		clipboard: {
			write: (text) => navigator.clipboard.writeText(text),
			read: readerOf(navigator.clipboard),
		},
		shareSheet: {
			canShare: "share" in navigator,
			share: (data) => navigator.share(data),
		},
		tabs: {
			post: (message) => tabs.postMessage(message),
			onMessage: (handle, signal) =>
				tabs.addEventListener("message", ({ data }) => handle(data), {
					signal,
				}),
		},
		onLaunch: createLaunches(window),
		guardPage: (isNeeded, signal) =>
			window.addEventListener(
				"beforeunload",
				(event) => {
					if (isNeeded()) event.preventDefault();
				},
				{ signal },
			),
		onShown: (handle, signal) =>
			void whenShown(window).then(() => signal.aborted || handle()),
		onLeave: (handle, signal) =>
			window.addEventListener(
				"pagehide",
				// A page that is only frozen comes back with its connection.
				({ persisted }) => persisted || handle(),
				{ signal },
			),
		closePage: () => window.close(),
	};
}

/** Network Information API: not in every browser, nor in the library's types. */
function networkOf(owner: Navigator): EventTarget | undefined {
	return (owner as { readonly connection?: EventTarget }).connection;
}

/** On plain http there is no clipboard at all. */
function readerOf(
	clipboard: Partial<Clipboard> | undefined,
): (() => Promise<string>) | null {
	return clipboard?.readText?.bind(clipboard) ?? null;
}

/** iOS has a sign of its own for it. */
export function isInstalled(window: Window): boolean {
	const { standalone } = window.navigator as { readonly standalone?: boolean };
	return (
		standalone === true ||
		window.matchMedia("(display-mode: standalone)").matches
	);
}
