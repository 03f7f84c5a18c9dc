// Which of the languages that are there somebody wants. Knows no words, as it is asked before there are any.

/** The chosen one, or the first of the browser's wishes that is there. */
export function firstSpoken(
	chosen: string | null,
	wishes: readonly string[],
	spoken: readonly string[],
): string | null {
	const primaries = (chosen === null ? wishes : [chosen]).map(
		(wish) => wish.toLowerCase().split("-")[0] ?? "",
	);
	return primaries.find((one) => spoken.includes(one)) ?? null;
}
