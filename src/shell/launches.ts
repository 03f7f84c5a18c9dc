// What the system opens with an installed app whose window is there already: handed to that window, which stays as it is.

import type { Platform } from "../app/platform.ts";

/** Launch Handler API: Chromium's, and not in TypeScript's library. https://wicg.github.io/web-app-launch/ */
type LaunchWindow = Window & {
	readonly launchQueue?: {
		setConsumer(
			consume: (launch: { readonly targetURL?: string | null }) => void,
		): void;
	};
};

export function createLaunches(window: LaunchWindow): Platform["onLaunch"] {
	const { href } = window.location;
	const share = new URL("share", href.replace(/[?#].*$/, "")).href;
	// The launch that opened this very window is told as well, after its address was read.
	let opened: string | null = href;
	return (handle) =>
		window.launchQueue?.setConsumer(({ targetURL }) => {
			const isOpening = targetURL === opened;
			opened = null;
			if (!targetURL || isOpening) return;
			const fragment = new URL(targetURL).hash.slice(1);
			if (targetURL === share) handle({ is: "share" });
			else if (fragment !== "") handle({ is: "link", text: fragment });
		});
}
