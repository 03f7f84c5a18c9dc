// What two devices say to find out whether anybody is in between: promises, their proof, and what the people say.
// Only forms are checked here; whether a message may come now is for verify/exchange.ts.

import type { Fields } from "./json.ts";

export type VerifyMessage =
	/** the sum of a number that nobody knows yet */
	| {
			readonly step: "commit";
			/** Of this exchange, not of the app. */
			readonly version: number;
			readonly sum: string;
	  }
	| { readonly step: "reveal"; readonly nonce: string }
	/** the person has compared the digits */
	| { readonly step: "compared"; readonly isSame: boolean }
	/** my camera has read your code from your screen */
	| { readonly step: "scanned" };

export const verifyVersion = 1;

const maxVersion = 255;

const isHex32 = (value: unknown): value is string =>
	typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

const isVersion = (value: unknown): value is number =>
	Number.isInteger(value) &&
	(value as number) >= 1 &&
	(value as number) <= maxVersion;

export function readVerify(fields: Fields): VerifyMessage | null {
	const { step, version, sum, nonce, isSame } = fields as Readonly<
		Record<"step" | "version" | "sum" | "nonce" | "isSame", unknown>
	>;
	if (step === "commit")
		return isVersion(version) && isHex32(sum) ? { step, version, sum } : null;
	if (step === "reveal") return isHex32(nonce) ? { step, nonce } : null;
	if (step === "compared")
		return typeof isSame === "boolean" ? { step, isSame } : null;
	return step === "scanned" ? { step } : null;
}
