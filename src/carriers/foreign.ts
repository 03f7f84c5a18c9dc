// What kind of QR code it is that is not ours. Its content comes from a stranger: only its beginning is looked at, and
// nothing of it is ever given back.

import type { CarrierProblem } from "./problem.ts";

export type ForeignProblem = Extract<CarrierProblem, `foreign${string}`>;

/** No scheme is longer, and a text shows soon enough that it is none. */
const maxChars = 200;

// The first that fits says what it is. Phones know these by their first letters, in either case.
const kinds: readonly (readonly [ForeignProblem, RegExp])[] = [
	["foreignWifi", /^(wifi|dpp):/i],
	["foreignContact", /^(begin:vcard|mecard:|bizcard:)/i],
	["foreignDate", /^begin:(vcalendar|vevent)/i],
	["foreignPhone", /^(tel|facetime|facetime-audio):/i],
	["foreignMessage", /^(sms|smsto|mms|mmsto):/i],
	["foreignMail", /^(mailto:|matmsg:|smtp:|[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+$)/i],
	["foreignPlace", /^geo:/i],
	// Two wallets' schemes, and how the payment slips of banks begin: Europe, Switzerland, Czechia, and shops elsewhere.
	[
		"foreignPayment",
		/^((bitcoin|ethereum|litecoin|monero|lightning|solana|payto|upi):|bcd\r?\n|spc\r?\n|spd\*|000201)/i,
	],
	["foreignLogin", /^(otpauth|otpauth-migration|fido):/i],
	["foreignLink", /^((https?|ftp):\/\/|www\.|urlto:|url:)/i],
	// Another program's address: a word, a colon, and no space after it.
	["foreignQr", /^[a-z][a-z0-9+.-]{1,30}:\S/i],
	["foreignQr", /\p{Cc}(?<![\t\r\n])|\ufffd/u],
	["foreignText", /[\p{L}\p{N}]/u],
];

function kindOf(text: string): ForeignProblem {
	const start = text.slice(0, maxChars).trim();
	return (
		kinds.find(([, beginning]) => beginning.test(start))?.[0] ?? "foreignQr"
	);
}

/** Several of different kinds are just not ours. */
export function nameForeign(texts: readonly string[]): ForeignProblem {
	const [first, ...others] = new Set(texts.map(kindOf));
	return first && others.length === 0 ? first : "foreignQr";
}
