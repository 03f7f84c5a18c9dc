// What goes wrong with a network while people talk: packets lost, a plug pulled, another network taken.

import {
	addressScript,
	type Host,
	type Network,
	plugScript,
	type Side,
} from "./network.ts";
import { run } from "./shell.ts";

export interface Trouble {
	/** Of everything that this person's router forwards, either way. */
	lose(side: Side, percent: number): Promise<void>;
	/** Of everything that goes to the app's own servers, nothing arrives and nothing is said about it. */
	swallowServers(): Promise<void>;
	unplug(side: Side): Promise<void>;
	plugIn(side: Side): Promise<void>;
	/** The old device and its address are gone; there is another one, elsewhere if the network has that. */
	moveOn(side: Side): Promise<void>;
}

const newcomer = 77;

export function createTrouble(network: Network): Trouble {
	const { hosts, places, hasInternet } = network;
	const hostOf = (side: Side): Host => hosts[side];
	const addRule = (router: string, rule: string) =>
		run(`ip netns exec ${router} nft add rule inet filter trouble ${rule}`);
	return {
		lose: async (side, percent) => {
			await addRule(
				places[side].router,
				`numgen random mod 1000 '<' ${Math.round(percent * 10)} drop`,
			);
		},
		swallowServers: async () => {
			for (const router of new Set([places.one.router, places.other.router]))
				await addRule(router, "udp dport '{ 3478, 19302 }' drop");
		},
		unplug: async (side) => {
			await run(`ip -n ${hostOf(side).namespace} link set eth0 down`);
		},
		plugIn: async (side) => {
			const { namespace } = hostOf(side);
			await run(`
ip -n ${namespace} link set eth0 up
${hasInternet ? `ip -n ${namespace} route replace default via ${places[side].lan}1` : ""}`);
		},
		moveOn: async (side) => {
			const { namespace } = hostOf(side);
			const place = network.elsewhere ?? places[side];
			await run(`
ip -n ${namespace} link del eth0
${plugScript(namespace, "eth1", place, "newcomer")}
${addressScript(namespace, "eth1", place, newcomer, hasInternet)}`);
		},
	};
}
