// Every kind of network with every pair of browsers: connected where physics allows it, told why where not.

import { describe, test } from "vitest";
import {
	canRunLab,
	cc,
	cellsOf,
	cf,
	fc,
	ff,
	inCell,
	type Setting,
} from "./support/cell.ts";
import {
	connectedAfter,
	explainedAfter,
	handOver,
	talk,
} from "./support/meet.ts";
import { relay } from "./support/servers.ts";

const addressLimitMs = 10_000;

const withRelay = { servers: "own", own: [relay], relayOnly: false };

const reachable: readonly Setting[] = [
	{ about: "same LAN", routers: ["portRestricted"], thin: [cc, ff] },
	{
		about: "two port-restricted NATs",
		routers: ["portRestricted", "portRestricted"],
		thin: [cc, ff, cf],
	},
	{
		// Two Firefoxes come together here about every other time where the one who replies has shown an invite as well.
		about: "one symmetric NAT, one full cone",
		among: [cc, cf, fc],
		thin: [fc],
		routers: ["symmetric", "fullCone"],
	},
	{
		about: "the same, and the invite is opened as a link",
		thin: [ff],
		routers: ["symmetric", "fullCone"],
		isByLink: true,
	},
	{
		about: "both symmetric, with TURN",
		thin: [cc],
		routers: ["symmetric", "symmetric"],
		settings: withRelay,
	},
	{
		about: "one symmetric, one port-restricted, with TURN",
		routers: ["symmetric", "portRestricted"],
		settings: withRelay,
	},
	{
		about: "always through TURN",
		among: [cc, ff],
		routers: ["portRestricted", "portRestricted"],
		settings: { ...withRelay, relayOnly: true },
	},
	{
		about: "no internet at all, camera allowed",
		thin: [cf],
		routers: ["portRestricted"],
		hasInternet: false,
		isCameraAllowed: true,
	},
	{
		about: "IPv6 only",
		routers: ["firewall", "firewall"],
		among: [cc],
		thin: [cc],
	},
	{
		about: "IPv6 only, camera allowed",
		thin: [fc],
		routers: ["firewall", "firewall"],
		isCameraAllowed: true,
	},
	{
		about: "same LAN, STUN black-holed",
		thin: [cf],
		routers: ["portRestricted"],
		areServersSwallowed: true,
	},
];

const unreachable: readonly Setting[] = [
	{
		about: "both symmetric, without TURN",
		thin: [ff],
		routers: ["symmetric", "symmetric"],
	},
	{
		about: "one symmetric, one port-restricted, without TURN",
		routers: ["symmetric", "portRestricted"],
	},
	{
		about: "two port-restricted NATs, STUN black-holed",
		routers: ["portRestricted", "portRestricted"],
		areServersSwallowed: true,
	},
];

const addressless: readonly Setting[] = [
	{
		about: "no internet at all, camera not allowed",
		among: [cc, ff],
		thin: [cc],
		routers: ["portRestricted"],
		hasInternet: false,
	},
	// Its names for hidden addresses go over IPv4 alone, and it finds a public address that is its own not worth telling.
	{
		about: "IPv6 only",
		routers: ["firewall", "firewall"],
		among: [ff],
	},
];

describe.runIf(canRunLab)("two people, one in each network,", () => {
	test.each(cellsOf(reachable))(
		"connect and talk: %s, %s",
		async (_, __, setting, pair) => {
			await inCell(setting, pair, async (cell) => {
				const appliedAt = await handOver(cell);
				const tookMs = await connectedAfter(cell, appliedAt);
				await talk(cell);
				return `${tookMs} ms`;
			});
		},
	);

	test.each(cellsOf(unreachable))(
		"are told that there is no way: %s, %s",
		async (_, __, setting, pair) => {
			await inCell(setting, pair, async (cell) =>
				explainedAfter(cell, await handOver(cell)),
			);
		},
	);

	test.each(cellsOf(addressless))(
		"are told that their browser knows no address: %s, %s",
		async (_, __, setting, pair) => {
			await inCell(setting, pair, async ({ one }) => {
				const begunAt = Date.now();
				await one.begin();
				const told = await one.see(
					{ problem: ["noAddress"] },
					begunAt,
					addressLimitMs,
				);
				if (!told) throw new Error("told nothing");
				return `explained after ${told.atMs - begunAt} ms: \`noAddress\``;
			});
		},
	);
});
