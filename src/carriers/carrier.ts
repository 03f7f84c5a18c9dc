// What every way of carrying a code has in common. The contract is in README.md.

import type { WrittenCode } from "../codec/code.ts";

/** Null where the page was opened from a file: nobody else could follow a link to it. */
export type PageUrl = string | null;

/** A code, and the address of the page that reads it. */
export type Parcel = {
	readonly code: WrittenCode;
	readonly pageUrl: PageUrl;
};
