// Watches a person's wire: counts every packet that leaves their device for anywhere but their own network.

import type { Host } from "./network.ts";
import { run } from "./shell.ts";

export interface Watch {
	/** Destinations with protocol and port, and how many packets went there. */
	seen(): Promise<Readonly<Record<string, number>>>;
}

// The device's own machinery in its own network: who is there (ARP is not even seen here), who has which name.
const rules = `
table inet watch {
	set elsewhere4 { type ipv4_addr . inet_proto . inet_service; size 4096; flags dynamic; counter; }
	set elsewhere6 { type ipv6_addr . inet_proto . inet_service; size 4096; flags dynamic; counter; }
	chain out {
		type filter hook output priority 0; policy accept;
		oifname "lo" accept
		ip daddr { 192.168.0.0/16, 224.0.0.22, 224.0.0.251 } accept
		ip6 daddr { fe80::/10, ff02::/16 } accept
		meta nfproto ipv4 update @elsewhere4 { ip daddr . meta l4proto . th dport counter }
		meta nfproto ipv6 update @elsewhere6 { ip6 daddr . meta l4proto . th dport counter }
	}
}`;

/** From now on: an earlier watch on the same wire is over. */
export async function watchWire({ namespace }: Host): Promise<Watch> {
	const nft = `ip netns exec ${namespace} nft`;
	await run(`${nft} flush ruleset\n${nft} -f - <<'RULES'${rules}\nRULES`);
	return {
		async seen() {
			const text = await run(`${nft} list table inet watch`);
			const found = text.matchAll(
				/([\d.:a-f]+) \. (\w+) \. (\d+) counter packets (\d+)/g,
			);
			const counts: Record<string, number> = {};
			for (const [, address, protocol, port, count] of found)
				counts[`${protocol} ${address} ${port}`] = Number(count);
			return counts;
		},
	};
}
