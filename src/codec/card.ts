// A card: everything that varies in the description of one data-channel connection.
// Packing it and unpacking it gives the same card; unpacking anything else gives a problem.

import { type Cursor, createCursor, varint } from "./bytes.ts";
import {
	type Candidate,
	packCandidates,
	unpackCandidates,
} from "./candidate.ts";
import {
	type Credentials,
	credentialForms,
	formOf,
	packCredentials,
	unpackCredentials,
} from "./credentials.ts";

export type Card = Credentials & {
	readonly type: "offer" | "answer";
	readonly setup: "actpass" | "active" | "passive";
	readonly fingerprint: Uint8Array;
	/** Bytes; null is a description that does not say. */
	readonly maxMessageSize: number | null;
	readonly candidates: readonly Candidate[];
};

/** More than any browser gathers, and a bound on what a reader hands on. */
const maxCandidates = 32;
const maxSayableMessageSize = 2 ** 32 - 1;

const stances = [
	{ type: "offer", setup: "actpass" },
	{ type: "offer", setup: "active" },
	{ type: "offer", setup: "passive" },
	{ type: "answer", setup: "active" },
	{ type: "answer", setup: "passive" },
] as const;

// What Chromium and Safari say, what Firefox says (2^30 − 1), nothing, and any other number.
const messageSizes: readonly (number | null | "other")[] = [
	262144,
	1073741823,
	null,
	"other",
];

// The pairs that whole browsers have in common, so that no byte has to say them.
const profiles = [
	{ form: "sextets", maxMessageSize: 262144 },
	{ form: "hex", maxMessageSize: 1073741823 },
] as const;
const spelledOut = 3;

const stanceOf = ({ type, setup }: Card): number =>
	stances.findIndex((one) => one.type === type && one.setup === setup);

export const isSayable = (card: Card): boolean =>
	stanceOf(card) >= 0 &&
	card.candidates.length <= maxCandidates &&
	(card.maxMessageSize ?? 0) <= maxSayableMessageSize;

/** The five free bits of the first byte, and the body. */
export function packCard(card: Card): {
	readonly flags: number;
	readonly body: readonly number[];
} {
	const form = formOf(card);
	const profile = profiles.findIndex(
		(one) => one.form === form && one.maxMessageSize === card.maxMessageSize,
	);
	const rest = [
		...card.fingerprint,
		...packCredentials(card),
		...packCandidates(card.candidates),
	];
	const stance = stanceOf(card);
	if (profile >= 0) return { flags: profile * 8 + stance, body: rest };
	const known = messageSizes.indexOf(card.maxMessageSize);
	const size = known >= 0 ? known : messageSizes.indexOf("other");
	const spelled = known >= 0 ? [] : varint(card.maxMessageSize ?? 0);
	const details = credentialForms.indexOf(form) * 4 + size;
	return {
		flags: spelledOut * 8 + stance,
		body: [details, ...spelled, ...rest],
	};
}

export type UnpackedCard = Card | "damaged" | "newer";

export function unpackCard(flags: number, body: Uint8Array): UnpackedCard {
	const cursor = createCursor(body);
	const stance = stances[flags & 7];
	const shape = unpackShape(flags >> 3, cursor);
	if (stance === undefined || shape === "newer") return "newer";
	const fingerprint = cursor.take(32);
	const credentials = unpackCredentials(shape.form, cursor);
	if (credentials === null || cursor.hasFailed()) return "damaged";
	const candidates = unpackCandidates(cursor, maxCandidates);
	if (typeof candidates === "string") return candidates;
	const { maxMessageSize } = shape;
	if ((maxMessageSize ?? 0) > maxSayableMessageSize) return "damaged";
	return { ...stance, ...credentials, fingerprint, maxMessageSize, candidates };
}

function unpackShape(profile: number, cursor: Cursor) {
	if (profile !== spelledOut) return profiles[profile] ?? "newer";
	const details = cursor.byte();
	const form = credentialForms[details >> 2];
	const size = messageSizes[details & 3];
	if (form === undefined || size === undefined) return "newer";
	return { form, maxMessageSize: size === "other" ? cursor.varint() : size };
}
