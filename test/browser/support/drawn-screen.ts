// No screen can be shared where there is none: a drawing stands for it, behind the browser's own call.

import type { Page } from "playwright-core";

/** For every page that is opened here from now on. */
export function drawScreen(page: Page): Promise<unknown> {
	return page.addInitScript(() => {
		navigator.mediaDevices.getDisplayMedia = async () => {
			const canvas = document.createElement("canvas");
			const brush = canvas.getContext("2d");
			let count = 0;
			setInterval(() => {
				count += 1;
				brush?.fillRect(count % 200, 0, 20, 20);
			}, 50);
			return canvas.captureStream(20);
		};
	});
}
