// A little internet in network namespaces, made for one cell and thrown away with it:
//   one ── router one ──┐ bridge with the servers ┌── router other ── other
// Touches nothing outside of the namespaces that it makes.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layCable } from "./cable.ts";
import { newName, sweep } from "./names.ts";
import { type RouterKind, rulesOf } from "./router.ts";
import { run } from "./shell.ts";

export type Plan = {
	readonly routers: readonly [RouterKind] | readonly [RouterKind, RouterKind];
	/** Without: a switch and nothing behind it, as on a hotspot in a train. */
	readonly hasInternet?: boolean;
	/** A third network that a person may move to. */
	readonly elsewhere?: RouterKind;
	/** Of every packet that the first person sends or gets. */
	readonly delayMs?: number;
};

export type Side = "one" | "other";

export type Host = {
	readonly namespace: string;
	/** To be mounted over those in /etc. */
	readonly hostsFile: string;
	readonly resolverFile: string;
};

export type Place = {
	readonly router: string;
	readonly lan: string;
	readonly prefix: string;
};

export interface Network {
	readonly internet: string;
	readonly hosts: Readonly<Record<Side, Host>>;
	readonly isIpv6: boolean;
	/** The network that each person is in at first. */
	readonly places: Readonly<Record<Side, Place>>;
	readonly elsewhere: Place | null;
	readonly hasInternet: boolean;
	close(): Promise<void>;
}

export const serverAddresses = {
	4: ["203.0.113.1", "203.0.113.2"],
	6: ["2001:db8::1", "2001:db8::2"],
} as const;

const numbers: Readonly<Record<Side, number>> = { one: 2, other: 3 };

export const resolverAddresses = {
	4: "203.0.113.53",
	6: "2001:db8::53",
} as const;

export async function createNetwork(plan: Plan): Promise<Network> {
	const isIpv6 = plan.routers[0] === "firewall";
	const hasInternet = plan.hasInternet ?? true;
	const name = newName();
	const folder = await mkdtemp(join(tmpdir(), "pigeon-lab-"));
	const close = async () => {
		await sweep(name);
		await rm(folder, { recursive: true, force: true });
	};
	try {
		const internet = `${name}-inet`;
		await run(internetScript(internet));
		const build = async (kind: RouterKind, index: number) => {
			const place = placeAt(`${name}-router${index}`, index, isIpv6);
			await run(routerScript(place, index, internet, isIpv6));
			const rules = join(folder, `router${index}.nft`);
			const wanAddress = `203.0.113.${11 + index}`;
			const hostAddress = `${place.lan}${numbers[index === 1 ? "other" : "one"]}`;
			await writeFile(rules, rulesOf({ kind, wanAddress, hostAddress }));
			await run(`ip netns exec ${place.router} nft -f ${rules}`);
			return place;
		};
		const first = await build(plan.routers[0], 0);
		const second = plan.routers[1] ? await build(plan.routers[1], 1) : first;
		const elsewhere = plan.elsewhere ? await build(plan.elsewhere, 2) : null;

		const hostsFile = join(folder, "hosts");
		const resolverFile = join(folder, "resolv.conf");
		await writeFile(hostsFile, "127.0.0.1 localhost\n::1 localhost\n");
		const resolver = resolverAddresses[isIpv6 ? 6 : 4];
		await writeFile(resolverFile, `nameserver ${resolver}\n`);
		const host = async (side: Side, place: Place) => {
			const namespace = `${name}-${side}`;
			await run(`ip netns add ${namespace}\nip -n ${namespace} link set lo up`);
			const { delayMs = 0 } = side === "one" ? plan : {};
			if (delayMs > 0) await layCable(namespace, place.router, delayMs);
			else await run(plugScript(namespace, "eth0", place, side));
			await run(
				addressScript(namespace, "eth0", place, numbers[side], hasInternet),
			);
			return { namespace, hostsFile, resolverFile };
		};
		return {
			internet,
			hosts: {
				one: await host("one", first),
				other: await host("other", second),
			},
			places: { one: first, other: second },
			elsewhere,
			isIpv6,
			hasInternet,
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

function placeAt(router: string, index: number, isIpv6: boolean): Place {
	return isIpv6
		? { router, lan: `2001:db8:${index + 1}::`, prefix: "64" }
		: { router, lan: `192.168.${index + 1}.`, prefix: "24" };
}

function internetScript(internet: string): string {
	const addresses = [
		...[...serverAddresses[4], resolverAddresses[4]].map((it) => `${it}/24`),
		...[...serverAddresses[6], resolverAddresses[6]].map(
			(it) => `${it}/64 nodad`,
		),
	];
	return `
ip netns add ${internet}
ip -n ${internet} link set lo up
ip -n ${internet} link add br0 type bridge mcast_snooping 0
ip -n ${internet} link set br0 up
${addresses.map((address) => `ip -n ${internet} addr add ${address} dev br0`).join("\n")}
ip netns exec ${internet} sysctl -qw net.ipv6.conf.all.forwarding=1
# The rest of the world swallows what is sent to it. Without, a relay would be told "unreachable" for every private
# address that it is asked to write to.
ip -n ${internet} route add default via 203.0.113.254
ip -n ${internet} neigh add 203.0.113.254 lladdr 02:00:00:00:00:fe dev br0`;
}

function routerScript(
	{ router, lan, prefix }: Place,
	index: number,
	internet: string,
	isIpv6: boolean,
): string {
	const wan = isIpv6 ? `2001:db8::1${index}` : `203.0.113.${11 + index}`;
	const gateway = isIpv6 ? serverAddresses[6][0] : "203.0.113.254";
	const sysctl = isIpv6
		? "net.ipv6.conf.all.forwarding=1"
		: "net.ipv4.ip_forward=1";
	const nodad = isIpv6 ? "nodad" : "";
	return `
ip netns add ${router}
ip -n ${router} link set lo up
ip netns exec ${router} sysctl -qw ${sysctl}
ip link add wan netns ${router} type veth peer name wan${index} netns ${internet}
ip -n ${internet} link set wan${index} master br0 up
ip -n ${router} addr add ${wan}/${prefix} dev wan ${nodad}
ip -n ${router} link set wan up
ip -n ${router} link add lan type bridge mcast_snooping 0
ip -n ${router} addr add ${lan}1/${prefix} dev lan ${nodad}
ip -n ${router} link set lan up
ip -n ${router} route add default via ${gateway}
${isIpv6 ? `ip -n ${internet} route add ${lan}/${prefix} via ${wan}` : ""}`;
}

/** A veth from the person's device into the router's switch. */
export function plugScript(
	namespace: string,
	device: string,
	{ router }: Place,
	port: string,
): string {
	return `
ip link add ${device} netns ${namespace} type veth peer name ${port} netns ${router}
ip -n ${router} link set ${port} master lan up`;
}

export function addressScript(
	namespace: string,
	device: string,
	{ lan, prefix }: Place,
	number: number,
	hasInternet: boolean,
): string {
	const nodad = lan.includes(":") ? "nodad" : "";
	return `
ip -n ${namespace} addr add ${lan}${number}/${prefix} dev ${device} ${nodad}
ip -n ${namespace} link set ${device} up
${hasInternet ? `ip -n ${namespace} route replace default via ${lan}1 dev ${device}` : ""}`;
}
