// What somebody whose system puts its own few colours over everything still has to see: where to press, what is switched on,
// and a code that a camera can read.

import type { Page } from "playwright-core";

export async function findUnseen(
	page: Page,
	state: string,
): Promise<readonly string[]> {
	await page.emulateMedia({ forcedColors: "active", contrast: "more" });
	const found = await page.evaluate(() => {
		const found: string[] = [];
		const clear = "rgba(0, 0, 0, 0)";
		const top =
			document.querySelector("dialog[open]") ??
			document.querySelector(".panel") ??
			document;
		const seen = (selector: string) =>
			[...top.querySelectorAll<HTMLElement>(selector)].filter(
				(one) =>
					one.checkVisibility({ visibilityProperty: true }) &&
					one.closest(".unseen, [inert]") === null,
			);
		const nameOf = (one: Element) =>
			`${one.tagName.toLowerCase()}.${one.getAttribute("data-testid") ?? one.className}`;
		const groundOf = (one: Element | null): string => {
			if (!one) return "rgb(255, 255, 255)";
			const { backgroundColor } = getComputedStyle(one);
			return backgroundColor === clear
				? groundOf(one.parentElement)
				: backgroundColor;
		};
		const lookOf = (one: Element) => {
			const style = getComputedStyle(one);
			const hasEdge =
				style.borderTopStyle !== "none" &&
				Number.parseFloat(style.borderTopWidth) >= 1 &&
				style.borderTopColor !== clear;
			return {
				edge: hasEdge ? style.borderTopColor : null,
				width: style.borderTopWidth,
				ground: style.backgroundColor,
			};
		};
		for (const one of seen(
			"button:not(.qr-tile), .link-button, .file-button, textarea, select",
		)) {
			const { edge, ground } = lookOf(one);
			const around = groundOf(one.parentElement);
			const isSeen =
				(edge !== null && edge !== around) ||
				(ground !== clear && ground !== around);
			if (!isSeen) found.push(`no edge: ${nameOf(one)}`);
		}
		for (const one of seen("[aria-pressed=true]:not(.qr-tile)")) {
			const [kind = ""] = one.classList;
			const [off] = seen(`.${kind}[aria-pressed=false]`);
			const isSame =
				off && JSON.stringify(lookOf(off)) === JSON.stringify(lookOf(one));
			if (isSame) found.push(`looks like one that is off: ${nameOf(one)}`);
		}
		for (const one of seen(".qr-tile:has(canvas)"))
			if (getComputedStyle(one).backgroundColor !== "rgb(255, 255, 255)")
				found.push(`not on white: ${nameOf(one)}`);
		return found;
	});
	await page.emulateMedia({ forcedColors: "none", contrast: "no-preference" });
	return found.map((one) => `${state}, forced colours: ${one}`);
}
