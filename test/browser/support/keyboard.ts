// A person who has nothing but a keyboard, and who has to see where they are.

import type { Page } from "playwright-core";

/** What has the focus, by its id, else by its name; null where nothing has it. */
export const focused = (page: Page): Promise<string | null> =>
	page.evaluate(() => {
		const one = document.activeElement;
		if (!one || one === document.body) return null;
		return one.getAttribute("data-testid") ?? one.tagName.toLowerCase();
	});

/** Whether the place can be told by looking: a ring around it, or around what stands for it. */
const isSeen = (page: Page): Promise<boolean> =>
	page.evaluate(() => {
		const one = document.activeElement;
		if (!one) return false;
		const shown = [one, one.closest("label")].filter((each) => each !== null);
		return shown.some((each) => {
			const { outlineStyle, outlineWidth } = getComputedStyle(each);
			const { width, height } = each.getBoundingClientRect();
			const isRinged =
				outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
			return isRinged && width > 1 && height > 1;
		});
	});

const mostStops = 80;

/** Goes on by the tabulator until it is there, and must be able to see every stop on the way. */
export async function reach(page: Page, id: string): Promise<void> {
	for (let stop = 0; stop < mostStops; stop += 1) {
		await page.keyboard.press("Tab");
		const here = await focused(page);
		// Once around, the browser's own bar has it for a moment.
		if (here === null) continue;
		if (!(await isSeen(page)))
			throw new Error(`Nothing shows focus at ${here}`);
		if (here === id) return;
	}
	throw new Error(`The keyboard does not get to ${id}`);
}

export async function pressAt(page: Page, id: string): Promise<void> {
	await reach(page, id);
	await page.keyboard.press("Enter");
}
