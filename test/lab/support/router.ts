// How each kind of router treats packets, as rules for nft. Pure.
// What comes unasked is dropped before it makes a conntrack entry: an entry would take the port that the router is
// about to need, Linux would choose another, and two routers that get along in life would not get along here.

export type RouterKind =
	/** lets anybody in who knows the address, as an old or a generous router does */
	| "fullCone"
	/** the common one: lets in only whom its own device has written to */
	| "portRestricted"
	/** another port for every destination, as mobile networks and offices have it */
	| "symmetric"
	/** IPv6 as homes have it: no translation, and in comes only what was asked for */
	| "firewall";

export type Wall = {
	readonly kind: RouterKind;
	readonly wanAddress: string;
	readonly hostAddress: string;
};

export function rulesOf({ kind, wanAddress, hostAddress }: Wall): string {
	const isOpen = kind === "fullCone";
	return `
table inet filter {
	chain input {
		type filter hook input priority 0; policy accept;
		iifname "wan" ct state new drop
	}
	chain forward {
		type filter hook forward priority 0; policy drop;
		ct state established,related accept
		iifname "lan" accept
		${isOpen ? 'iifname "wan" accept' : ""}
	}
	chain trouble {
		type filter hook forward priority 10; policy accept;
	}
}
${kind === "firewall" ? "" : `table ip nat {\n${translation(kind, wanAddress, hostAddress)}\n}`}
`;
}

function translation(
	kind: Exclude<RouterKind, "firewall">,
	wanAddress: string,
	hostAddress: string,
): string {
	const leaving = (what: string) =>
		`chain leaving { type nat hook postrouting priority 100; oifname "wan" ${what}; }`;
	switch (kind) {
		case "portRestricted":
			return leaving("masquerade");
		case "symmetric":
			return leaving("masquerade fully-random");
		case "fullCone":
			return `${leaving(`snat to ${wanAddress} persistent`)}
chain coming { type nat hook prerouting priority -100; iifname "wan" meta l4proto udp dnat to ${hostAddress}; }`;
	}
}
