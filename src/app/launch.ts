// What the app was opened for, where that stands in its address: the shortcuts of an installed app do it so.

export type Wish = "start" | "help";

/** `?do=start`: in a tab it may be anybody's link, and a link starts nothing by itself. */
export function wishOf(query: string, isInstalled: boolean): Wish | null {
	const wish = new URLSearchParams(query).get("do");
	if (wish === "help") return wish;
	return wish === "start" && isInstalled ? wish : null;
}
