// The app takes over the first screen that stands in the page, part by part: a slow phone hears what is pressed in between.

import type { Signal } from "@preact/signals-core";

/** Whatever was pressed meanwhile is heard, and what has been drawn is seen. */
export const breath = () => new Promise<void>((done) => setTimeout(done));

export async function takeOver(
	page: Document,
	draw: () => void,
	parts: Signal<number>,
	count: number,
): Promise<void> {
	await breath();
	draw();
	// From here on the app hears it itself; what was pressed before (first.ts) is made good for.
	const { documentElement: root } = page;
	root.setAttribute("data-is-drawn", "");
	const pressed = root.getAttribute("data-pressed");
	root.removeAttribute("data-pressed");
	for (const one of page.querySelectorAll<HTMLElement>("[data-testid]"))
		if (one.getAttribute("data-testid") === pressed) one.click();
	for (let part = 1; part <= count; part += 1) {
		await breath();
		parts.value = part;
	}
}
