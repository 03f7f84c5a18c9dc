// What every way of carrying a code has in common. The contract is in README.md.

import type { WrittenCode } from "../codec/code.ts";

/** A code, and the address of the page that reads it. */
export type Parcel = {
	readonly code: WrittenCode;
	readonly pageUrl: string;
};
