// What the system opens with an installed app whose window is there already: handed to that window, which stays as it is.

import { wishOf } from "../app/launch.ts";
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
			const { hash, search } = new URL(targetURL);
			const wish = wishOf(search);
			if (targetURL === share) handle({ is: "share" });
			else if (hash.length > 1) handle({ is: "link", text: hash.slice(1) });
			else if (wish) handle({ is: "wish", wish });
		});
}
