// One cell of the lab: a fresh network, two people in it, what they do, and what came of it, noted for the table.

import { inject } from "vitest";
import { startBrowser } from "./browser.ts";
import {
	createNetwork,
	type Network,
	type Plan,
	type Side,
} from "./network.ts";
import { createPerson, type Person } from "./person.ts";
import { type Servers, startServers } from "./servers.ts";
import { addRow } from "./table.ts";
import type { Engine } from "./tasks.ts";
import { createTrouble } from "./trouble.ts";

export type Pair = readonly [Engine, Engine];

export type Setting = Plan & {
	/** How the table calls it. */
	readonly about: string;
	/** Left out, the app's own choice. */
	readonly settings?: Readonly<Record<string, unknown>>;
	readonly isCameraAllowed?: boolean;
	/** Which browsers it is about; left out, all. */
	readonly only?: Engine;
	/** Packets to the app's own servers vanish without a word. */
	readonly areServersSwallowed?: boolean;
};

export type Cell = Readonly<Record<Side, Person>> & {
	readonly network: Network;
	readonly servers: Servers;
};

const { LAB } = process.env;
export const isWhole = LAB !== "thin";
export const canRunLab = inject("labMissing") === "";

const hasFirefox = inject("hasLabFirefox");

/** The pairs that this machine has browsers for; a thin lab takes the first alone. */
export function pairs(...wanted: readonly Pair[]): readonly Pair[] {
	const possible = wanted.filter(
		(pair) => hasFirefox || !pair.includes("firefox"),
	);
	return isWhole ? possible : possible.slice(0, 1);
}

export const everyPair: readonly Pair[] = [
	["chromium", "chromium"],
	["firefox", "firefox"],
	["chromium", "firefox"],
	["firefox", "chromium"],
];

const names: Readonly<Record<Engine, string>> = {
	chromium: "Chromium",
	firefox: "Firefox",
};

export const pairName = (pair: Pair) =>
	pair.map((engine) => names[engine]).join("–");

/** `body` comes back with what the table shall say. */
export async function inCell(
	setting: Setting,
	pair: Pair,
	body: (cell: Cell) => Promise<string>,
): Promise<void> {
	const note = (outcome: string) =>
		addRow(inject("labResults"), {
			about: setting.about,
			pair: pairName(pair),
			outcome,
		});
	const closing: (() => Promise<unknown>)[] = [];
	try {
		const network = await createNetwork(setting);
		closing.push(network.close);
		const servers = await startServers(network.internet);
		closing.push(servers.stop);
		if (setting.areServersSwallowed)
			await createTrouble(network).swallowServers();
		const join = async (side: Side, engine: Engine) => {
			const browser = await startBrowser(network.hosts[side], {
				engine,
				app: inject("builtApp"),
				isCameraAllowed: setting.isCameraAllowed ?? false,
			});
			closing.push(browser.close);
			return createPerson(browser, setting.settings ?? { servers: "default" });
		};
		const one = await join("one", pair[0]);
		const other = await join("other", pair[1]);
		await note(await body({ one, other, network, servers }));
	} catch (error) {
		const [text = ""] = String(error).split("\n");
		await note(`**failed**: ${text.replaceAll("|", "/")}`);
		throw error;
	} finally {
		for (const close of closing.reverse()) await close().catch(() => {});
	}
}
