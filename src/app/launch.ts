// What the app was opened for, where that stands in its address: the shortcuts of an installed app do it so.

export type Wish = "settings" | "help";

/** It may be anybody's link, even in an installed app: it shows what is here, and starts nothing. */
export function wishOf(query: string): Wish | null {
	const wish = new URLSearchParams(query).get("do");
	return wish === "settings" || wish === "help" ? wish : null;
}
