// What comes in from other apps: files and texts that were shared, and links that the system hands to an open window.

import {
	signal as cell,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import type { Wish } from "./launch.ts";
import type { Platform } from "./platform.ts";

export type Launch =
	| { readonly is: "link"; readonly text: string }
	/** something was shared to this app; what it was, the service worker may know */
	| { readonly is: "share" }
	/** one of the app's shortcuts */
	| { readonly is: "wish"; readonly wish: Wish };

export type Coming = {
	/** Files that wait until they are given to somebody. */
	readonly files: ReadonlySignal<readonly File[]>;
	/** Something was shared, and did not get in. */
	readonly isLost: ReadonlySignal<boolean>;
	forgetLost(): void;
	dropFiles(): void;
};

export function createComing(
	platform: {
		readonly files: Pick<Platform["files"], "shared">;
		readonly onLaunch: Platform["onLaunch"];
	},
	files: Signal<readonly File[]>,
	/** Whatever it holds is read like a link that was opened. */
	handleText: (text: string) => void,
	handleWish: (wish: Wish) => void,
): Coming {
	const { shared } = platform.files;
	const isLost = cell(false);

	/** Whether there is anything new. */
	const look = async (): Promise<boolean> => {
		const text = await shared.takeText();
		const found = await shared.read();
		const isMore = found.length > files.value.length;
		if (isMore) files.value = found;
		if (text !== null) handleText(text);
		return isMore || text !== null;
	};

	// What a window was opened with is there before it is told of its launch.
	let opening: Promise<boolean> | null = look();
	const handleShare = async () => {
		const wasOpened = await opening;
		opening = null;
		if (wasOpened) return;
		// Where a window is open already, Chromium drops what was shared: https://github.com/WICG/web-app-launch/issues/62
		isLost.value = !(await look());
	};
	platform.onLaunch((launch) => {
		if (launch.is === "link") handleText(launch.text);
		else if (launch.is === "wish") handleWish(launch.wish);
		else void handleShare();
	});

	return {
		files,
		isLost,
		forgetLost() {
			isLost.value = false;
		},
		dropFiles() {
			files.value = [];
			shared.clear();
		},
	};
}
