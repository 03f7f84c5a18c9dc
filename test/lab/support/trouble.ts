// What goes wrong with a network while people talk: packets lost, a plug pulled, another network taken.

import { setTimeout as pause } from "node:timers/promises";
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
	/** No more than this leaves their house; what is beyond it is thrown away. */
	narrow(side: Side, kilobits: number): Promise<void>;
	/** Of everything that goes to the app's own servers, nothing arrives and nothing is said about it. */
	swallowServers(): Promise<void>;
	/** The device itself knows: its link is down, and its addresses and routes with it. */
	unplug(side: Side): Promise<void>;
	plugIn(side: Side): Promise<void>;
	/** The device does not know: its router swallows everything. */
	block(side: Side): Promise<void>;
	unblock(side: Side): Promise<void>;
	/** There is another device with another address, elsewhere if the network has that; the old one is gone. */
	moveOn(side: Side, overlapMs: number): Promise<void>;
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
		narrow: async (side, kilobits) => {
			const rate = `${Math.round(kilobits / 8)} kbytes/second burst 20 kbytes`;
			const leaving = `iifname lan limit rate over ${rate}`;
			await addRule(places[side].router, `${leaving} drop`);
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
		block: async (side) => {
			await addRule(places[side].router, "drop");
		},
		unblock: async (side) => {
			const { router } = places[side];
			await run(`ip netns exec ${router} nft flush chain inet filter trouble`);
		},
		moveOn: async (side, overlapMs) => {
			const { namespace } = hostOf(side);
			const place = network.elsewhere ?? places[side];
			const leave = () => run(`ip -n ${namespace} link del eth0`);
			if (overlapMs === 0) await leave();
			await run(`
${plugScript(namespace, "eth1", place, "newcomer")}
${addressScript(namespace, "eth1", place, newcomer, hasInternet)}`);
			if (overlapMs === 0) return;
			await pause(overlapMs);
			await leave();
		},
	};
}
