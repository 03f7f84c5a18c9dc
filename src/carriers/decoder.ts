// What every decoder gives back, and what may be asked of it.

import type { Area, Gray } from "./gray.ts";
import type { Point } from "./qr-reader.ts";

export type Code = {
	readonly text: string;
	readonly corners: readonly Point[];
};

export type Found = {
	readonly codes: readonly Code[];
	/** Where something has the shape of a code, and its content does not add up. */
	readonly unread: Area | null;
};

export type How = {
	readonly isDenoised?: boolean;
	readonly isInverted?: boolean;
	readonly maxCodes?: number;
};

export type Decoder = (picture: Gray, how?: How) => Found;

export const nothing: Found = { codes: [], unread: null };
