// How far a description reaches, told from the addresses in it: what is missing, if anything is.

export type Reach = "noAddress" | "noServer" | "onlyNames" | null;

/** From the nearest to the farthest. */
export type CandidateKind = "name" | "local" | "public" | "mapped" | "relay";

export type Candidate = {
	readonly kind: CandidateKind;
	readonly address: string;
	readonly port: string;
	readonly foundation: string;
	/** Where on this device a mapped address leads, where that is told. */
	readonly base: string;
};

export function candidatesOf(sdp: string): readonly Candidate[] {
	return [...sdp.matchAll(/^a=candidate:(.*)$/gm)].map(([, line = ""]) => {
		const fields = line.trim().split(" ");
		const after = (name: string) => fields[fields.indexOf(name) + 1] ?? "";
		const [address = "", port = ""] = fields.slice(4, 6);
		const isTold = fields.includes("rport") && after("rport") !== "0";
		return {
			kind: kindOf(address, after("typ")),
			address,
			port,
			foundation: fields[0] ?? "",
			base: isTold ? `${after("raddr")} ${after("rport")}` : "",
		};
	});
}

function kindOf(address: string, type: string): CandidateKind {
	if (type === "srflx" || type === "prflx") return "mapped";
	if (type === "relay") return "relay";
	if (address.endsWith(".local")) return "name";
	return isLocal(address) ? "local" : "public";
}

/** RFC 1918, 3927, 6598; RFC 4193, 4291: what no other network can reach. */
function isLocal(address: string): boolean {
	if (address.includes(":"))
		return /^(?:f[cd][\da-f]{2}:|fe[89ab][\da-f]:|::1$)/i.test(address);
	// A name such as 10.example is looked up far away.
	if (!/^\d+(?:\.\d+){3}$/.test(address)) return false;
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

/**
 * Two servers have seen one socket under the same public address, but two ports. That it is one socket is told by its
 * own address or by the foundation (RFC 8445, section 5.1.1.3); where neither is told, there must be only one it can be.
 */
export function doPortsChange(candidates: readonly Candidate[]): boolean {
	const near = candidates.filter(
		({ kind, address }) =>
			kind === "name" || (kind === "local" && !address.includes(":")),
	);
	// A name may stand for an IPv4 address or for an IPv6 one.
	const maxNear = near.some(({ kind }) => kind === "name") ? 2 : 1;
	return candidates.some((one) =>
		candidates.some(
			(other) =>
				one.kind === "mapped" &&
				other.kind === "mapped" &&
				other.address === one.address &&
				other.port !== one.port &&
				(other.foundation === one.foundation ||
					(one.base !== "" && other.base === one.base) ||
					near.length <= maxNear),
		),
	);
}

export function reachOf(sdp: string, didAskServers: boolean): Reach {
	const kinds = candidatesOf(sdp).map(({ kind }) => kind);
	if (kinds.length === 0) return "noAddress";
	const isFar = kinds.some((kind) => kind !== "name" && kind !== "local");
	if (isFar) return null;
	if (didAskServers) return "noServer";
	return kinds.every((kind) => kind === "name") ? "onlyNames" : null;
}
