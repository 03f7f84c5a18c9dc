// What the two are agreed on, in one row of bytes. Every part carries its length, so that no two different
// agreements can ever come to the same bytes.

/** What a side is known by: its certificate, and the names under which the path was found. */
export type Party = {
	readonly fingerprint: string;
	readonly userName: string;
	readonly password: string;
};

/** Of the DTLS handshake. There is exactly one of each, so nobody can be answered with their own words. */
export type Role = "client" | "server";

export type Side = Party & {
	/** What they say they speak of this exchange: one who makes it less on the way changes the digits. */
	readonly version: number;
};

export type Transcript = Readonly<Record<Role, Side>>;

/** Two bytes for every unit of the text: nothing is folded together, whatever it holds. */
export function packText(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < text.length; at += 1)
		view.setUint16(at * 2, text.charCodeAt(at));
	return bytes;
}

export function packParts(parts: readonly Uint8Array[]): Uint8Array {
	const length = parts.reduce((sum, part) => sum + 4 + part.length, 0);
	const packed = new Uint8Array(length);
	const view = new DataView(packed.buffer);
	let at = 0;
	for (const part of parts) {
		view.setUint32(at, part.length);
		packed.set(part, at + 4);
		at += 4 + part.length;
	}
	return packed;
}

export function packTranscript({ client, server }: Transcript): Uint8Array {
	const texts = [client, server].flatMap((side) => [
		String(side.version),
		side.fingerprint,
		side.userName,
		side.password,
	]);
	return packParts(["pigeon safety number", ...texts].map(packText));
}
