// What the page's own policy has forbidden: each with the rule and what broke it.

import type { BrowserContext, Page } from "playwright-core";

type Kept = { readonly violations: string[] };

export async function watchViolations(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const violations: string[] = [];
		Object.assign(self, { violations });
		document.addEventListener("securitypolicyviolation", (event) => {
			const { effectiveDirective, blockedURI, sample, sourceFile } = event;
			violations.push(
				`${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`,
			);
		});
	});
}

export const violations = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => (self as unknown as Kept).violations);
