// What moves on a screen although nobody has pressed for it.

import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

type Moves = { sum: number; readonly what: string[] };

/** More of the window than this, times how far: a person loses their place. */
const mostPerStep = 0.02;

/** Browsers take half a second for the answer to a press; a busy machine takes longer for it. */
export const answerMs = 2_000;

export async function watchMoves(context: BrowserContext): Promise<void> {
	await context.addInitScript((answerMs) => {
		const moves: Moves = { sum: 0, what: [] };
		Object.assign(self, { moves });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const { value, startTime, lastInputTime, sources } =
					entry as unknown as {
						readonly value: number;
						readonly startTime: number;
						readonly lastInputTime: number;
						readonly sources: readonly {
							readonly node: Element | null;
							readonly previousRect: DOMRect;
							readonly currentRect: DOMRect;
						}[];
					};
				if (lastInputTime > 0 && startTime - lastInputTime < answerMs) continue;
				moves.sum += value;
				for (const { node, previousRect, currentRect } of sources)
					moves.what.push(
						`${node?.nodeName}.${node?.getAttribute?.("class")} from ${previousRect.y} to ${currentRect.y}`,
					);
			}
		}).observe({ type: "layout-shift", buffered: true });
	}, answerMs);
}

/** Since the step before. */
export async function expectStill(page: Page, step: string): Promise<void> {
	const { sum, what } = await page.evaluate(() => {
		const { moves } = self as unknown as { readonly moves: Moves };
		const seen = { sum: moves.sum, what: [...moves.what] };
		moves.sum = 0;
		moves.what.length = 0;
		return seen;
	});
	expect(sum, `${step}: ${what.join(", ")}`).toBeLessThan(mostPerStep);
}
