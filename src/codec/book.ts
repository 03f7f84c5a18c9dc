// The lines that browsers write, in the order in which they write them.
// A code names lines by their number: never edit or reorder them, a better book is a new one.

import { bookChromium } from "./book-chromium.ts";
import { bookFirefox } from "./book-firefox.ts";
import { bookOthers } from "./book-others.ts";

const linesOf = (text: string): string[] => text.trim().split("\n");

/** An SDP ends with a line end, so the empty line after it is a line as well. */
export const book: readonly string[] = [
	...linesOf(bookChromium),
	"",
	...linesOf(bookFirefox),
	"",
	...linesOf(bookOthers),
	"",
];
