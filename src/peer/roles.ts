// Who starts the DTLS handshake, and who gives way when both negotiate at once.
// Both sides must come to the same answer from what both know: the two codes.

export type Setup = "actpass" | "active" | "passive";

export type Identity = {
	readonly fingerprint: string;
	readonly userName: string;
	readonly setup: Setup;
};

const line = (sdp: string, name: string): string | null =>
	new RegExp(`^a=${name}:(.*?)\\r?$`, "m").exec(sdp)?.[1] ?? null;

export function identityOf(sdp: string): Identity | null {
	const fingerprint = line(sdp, "fingerprint");
	const userName = line(sdp, "ice-ufrag");
	const setup = line(sdp, "setup");
	if (fingerprint === null || userName === null) return null;
	if (setup !== "actpass" && setup !== "active" && setup !== "passive")
		return null;
	return { fingerprint: fingerprint.toUpperCase(), userName, setup };
}

const names = ["fingerprint", "ice-ufrag", "ice-pwd"] as const;

/**
 * Whether it can be read in one way only. Of several fingerprints we would speak of the first, and a browser let in
 * whoever has another (RFC 8122, section 5); some also know the names in capitals.
 */
export function isPlain(
	sdp: string,
	about: readonly (typeof names)[number][] = names,
): boolean {
	return about.every((name) => {
		const mentions = sdp.match(new RegExp(name, "gi"))?.length;
		const lines = sdp.match(new RegExp(`^a=${name}:.*`, "gm")) ?? [];
		return lines.length === mentions && new Set(lines).size === 1;
	});
}

// Firefox writes its ICE user name as eight hexadecimal digits, the others as four base64 characters.
const isOfFirefox = (who: Identity): boolean =>
	/^[0-9a-f]{8}$/.test(who.userName);

export function isFirefox(sdp: string): boolean {
	const identity = identityOf(sdp);
	return identity !== null && isOfFirefox(identity);
}

/** A side, and the minute in which its code was made: both codes carry it, so both sides know both. */
export type Maker = Identity & { readonly madeAt: number | null };

const minuteOf = ({ madeAt }: Maker) =>
	madeAt === null ? null : Math.floor(madeAt / 60_000);

/** For two codes of which neither maker need have read the other's. */
function isClientByRule(mine: Maker, theirs: Maker): boolean {
	// A Firefox server that sees the client's first hello too early answers tens of seconds late.
	if (isOfFirefox(mine) !== isOfFirefox(theirs)) return isOfFirefox(mine);
	// Who made a code later most likely did so with the earlier one at hand, and has applied it by now.
	const [my, their] = [minuteOf(mine), minuteOf(theirs)];
	if (my !== null && their !== null && my !== their) return my < their;
	return mine.fingerprint < theirs.fingerprint;
}

/** Whether I am the DTLS client, once I have read their code. */
export function isClient(
	mine: Maker,
	theirs: Maker,
	mayHaveMine: boolean,
): boolean {
	// Their code is a reply and says what they have decided.
	if (theirs.setup !== "actpass") return theirs.setup === "passive";
	// Theirs is an invite. Who applies last should be the client (the other's hello would back off while
	// a person is still walking), so I, who apply first, am not; unless an invite of mine may be with
	// them already: they would then decide by the rule, so I must as well.
	return mayHaveMine && isClientByRule(mine, theirs);
}

/** Who makes the offers over the control channel. */
export function isLeading(mine: Identity, theirs: Identity): boolean {
	return mine.fingerprint > theirs.fingerprint;
}
