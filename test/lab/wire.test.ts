// What leaves a device: nothing for any server where a person has chosen that none be asked, nor for anywhere else outside
// their network, whatever their code says.

import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { withTrap } from "../browser/support/trap.ts";
import {
	type Cell,
	canRunLab,
	cc,
	ff,
	inCell,
	pairsOf,
} from "./support/cell.ts";
import { connectedAfter, talk } from "./support/meet.ts";
import { createPerson } from "./support/person.ts";
import { watchWire } from "./support/watch.ts";

const quietMs = 3_000;
// Of nobody (RFC 5737).
const trap = { address: "203.0.113.99", port: 4_711 };
const trapped = (code: string) => withTrap(code, trap.address, trap.port);
// The browsers themselves look for updates and the like. None of it comes from the page.
const ofBrowsers = [
	/^(accounts|update|content-autofill|clients\d|www|optimizationguide-pa|safebrowsing)\.google(apis)?\.com$/,
	/\.(mozilla\.(com|org|net)|firefox\.com)$/,
];

type Traffic = {
	readonly packets: Readonly<Record<string, number>>;
	readonly names: readonly string[];
};

/** From before the page is loaded until the two have talked. */
async function trafficOf(cell: Cell, servers: string): Promise<Traffic> {
	await pause(quietMs);
	const before = (await cell.servers.asked()).length;
	const watches = [
		await watchWire(cell.network.hosts.one),
		await watchWire(cell.network.hosts.other),
	];
	const watched = {
		...cell,
		one: await createPerson(cell.one.browser, { servers }),
		other: await createPerson(cell.other.browser, { servers }),
	};
	const { one, other } = watched;
	const { invite } = await one.begin();
	await other.begin();
	await other.take(trapped(invite));
	const takenMs = await one.take(trapped(await other.reply()));
	await connectedAfter(watched, takenMs);
	await talk(watched);
	await pause(quietMs);
	const counts = await Promise.all(watches.map((watch) => watch.seen()));
	const names = (await cell.servers.asked()).slice(before);
	return { packets: Object.assign({}, ...counts), names };
}

const isNameServer = (destination: string) => destination.endsWith(" 53");
const total = (packets: Traffic["packets"]) =>
	Object.values(packets).reduce((sum, count) => sum + count, 0);

const setting = { routers: ["portRestricted"] } as const;

const among = [cc, ff];

describe.runIf(canRunLab)("on the wire", () => {
	test.each(pairsOf({ among, thin: [cc, ff] }))(
		"no packet leaves the network where none shall, whatever the codes say: %s",
		async (_, pair) => {
			const about = "packets to servers, none to be asked";
			await inCell({ ...setting, about }, pair, async (cell) => {
				const { packets, names } = await trafficOf(cell, "none");
				const strange = Object.keys(packets).filter((it) => !isNameServer(it));
				expect(strange).toEqual([]);
				expect(
					names.filter((name) => !ofBrowsers.some((own) => own.test(name))),
				).toEqual([]);
				return "0";
			});
		},
	);

	test.each(pairsOf({ among, thin: [cc] }))(
		"packets do leave for the app's servers where they may be asked: %s",
		async (_, pair) => {
			const about = "packets to servers, default";
			await inCell({ ...setting, about }, pair, async (cell) => {
				const { packets, names } = await trafficOf(cell, "default");
				const asked = Object.fromEntries(
					Object.entries(packets).filter(([it]) =>
						/udp .* (3478|19302)$/.test(it),
					),
				);
				expect(total(asked)).toBeGreaterThan(0);
				expect(packets[`udp ${trap.address} ${trap.port}`]).toBeGreaterThan(0);
				expect(names).toContain("stun.l.google.com");
				return String(total(asked));
			});
		},
	);
});
