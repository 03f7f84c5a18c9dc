// How far a code will reach, told from the addresses in its description: what is missing, if anything is.

export type Reach = "noAddress" | "noServer" | "onlyNames" | null;

export type CandidateKind = "name" | "local" | "public" | "mapped" | "relay";

export function kindsOf(sdp: string): readonly CandidateKind[] {
	return [...sdp.matchAll(/^a=candidate:(.*)$/gm)].map(([, line = ""]) =>
		kindOf(line.trim().split(" ")),
	);
}

function kindOf(fields: readonly string[]): CandidateKind {
	const address = fields[4] ?? "";
	const type = fields[fields.indexOf("typ") + 1];
	if (type === "srflx") return "mapped";
	if (type === "relay") return "relay";
	if (address.endsWith(".local")) return "name";
	return isLocal(address) ? "local" : "public";
}

/** RFC 1918, 3927, 6598; RFC 4193, 4291: what no other network can reach. */
export function isLocal(address: string): boolean {
	if (address.includes(":")) return /^(?:f[cd]|fe[89ab]|::1$)/i.test(address);
	const [first = 0, second = 0] = address.split(".").map(Number);
	return (
		first === 10 ||
		first === 127 ||
		(first === 172 && second >= 16 && second < 32) ||
		(first === 192 && second === 168) ||
		(first === 169 && second === 254) ||
		(first === 100 && second >= 64 && second < 128)
	);
}

export function reachOf(sdp: string, didAskServers: boolean): Reach {
	const kinds = kindsOf(sdp);
	if (kinds.length === 0) return "noAddress";
	const isFar = kinds.some((kind) => kind !== "name" && kind !== "local");
	if (isFar) return null;
	if (didAskServers) return "noServer";
	return kinds.every((kind) => kind === "name") ? "onlyNames" : null;
}
