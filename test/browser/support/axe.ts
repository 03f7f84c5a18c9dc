// What axe finds on the screen that is there: by every rule for WCAG 2.2 AA, and by what is good practice besides.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";

const source = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

type Axe = { run(place: Document, options: RunOptions): Promise<AxeResults> };

const all: RunOptions = {
	resultTypes: ["violations"],
	runOnly: [
		"wcag2a",
		"wcag2aa",
		"wcag21a",
		"wcag21aa",
		"wcag22aa",
		"best-practice",
	],
};
/** All that another theme can change. */
const colours: RunOptions = {
	resultTypes: ["violations"],
	runOnly: { type: "rule", values: ["color-contrast"] },
};

/** Each as a sentence: the state, the theme, the rule, and where. */
export async function findBarriers(
	page: Page,
	state: string,
	frame: Frame = page.mainFrame(),
): Promise<readonly string[]> {
	// Over the driver's own line, which no policy of the page governs.
	if (!(await frame.evaluate(() => "axe" in window)))
		await frame.evaluate(source);
	const found: string[] = [];
	for (const [theme, options] of [
		["light", all],
		["dark", colours],
	] as const) {
		// A colour on its way to another is neither.
		await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
		// What lies under an open panel is pressed once that is closed.
		const isCovered = (await page.locator(".panel").count()) > 0;
		const { violations } = await frame.evaluate(
			(options) =>
				(window as unknown as { axe: Axe }).axe.run(document, options),
			{ ...options, rules: { "target-size": { enabled: !isCovered } } },
		);
		for (const { id, nodes } of violations)
			for (const { target, failureSummary } of nodes)
				found.push(
					`${state}, ${theme}: ${id} at ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`,
				);
	}
	return found;
}
