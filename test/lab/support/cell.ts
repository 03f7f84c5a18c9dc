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
	/** Left out, every pair. */
	readonly among?: readonly Pair[];
	/** The pairs that a thin lab takes; left out, none. */
	readonly thin?: readonly Pair[];
	/** The reply is made by whoever opened a link, and has shown no invite of their own. */
	readonly isByLink?: boolean;
	/** Packets to the app's own servers vanish without a word. */
	readonly areServersSwallowed?: boolean;
};

export type Cell = Readonly<Record<Side, Person>> & {
	readonly network: Network;
	readonly servers: Servers;
	readonly isByLink: boolean;
};

const { LAB } = process.env;
export const isWhole = LAB !== "thin";
export const canRunLab = inject("labMissing") === "";

const hasFirefox = inject("hasLabFirefox");

export const cc: Pair = ["chromium", "chromium"];
export const ff: Pair = ["firefox", "firefox"];
export const cf: Pair = ["chromium", "firefox"];
export const fc: Pair = ["firefox", "chromium"];

type Choice = Pick<Setting, "among" | "thin">;

/** The name and the pair of each cell, as far as this machine has browsers for it. */
export function pairsOf(choice: Choice): readonly [string, Pair][] {
	const { among = [cc, ff, cf, fc], thin = [] } = choice;
	return (isWhole ? among : thin)
		.filter((pair) => hasFirefox || !pair.includes("firefox"))
		.map((pair) => [pairName(pair), pair]);
}

/** For `test.each`: what it is about, the pair's name, the setting, the pair. */
export function cellsOf<S extends Setting>(
	settings: readonly S[],
): readonly [string, string, S, Pair][] {
	return settings.flatMap((setting) =>
		pairsOf(setting).map(([name, pair]): [string, string, S, Pair] => [
			setting.about,
			name,
			setting,
			pair,
		]),
	);
}

export const appDefaults = { servers: "default" };

const names: Readonly<Record<Engine, string>> = {
	chromium: "Chromium",
	firefox: "Firefox",
};

export const pairName = (pair: Pair) =>
	pair.map((engine) => names[engine]).join("–");

export type OpenCell = Cell & { close(): Promise<void> };

export async function openCell(
	setting: Setting,
	pair: Pair,
): Promise<OpenCell> {
	const network = await createNetwork(setting);
	try {
		if (setting.areServersSwallowed)
			await createTrouble(network).swallowServers();
		const startOn = (side: Side, engine: Engine) =>
			startBrowser(network.hosts[side], {
				engine,
				app: inject("builtApp"),
				isCameraAllowed: setting.isCameraAllowed ?? false,
			});
		const [servers, ...browsers] = await Promise.all([
			startServers(network.internet),
			startOn("one", pair[0]),
			startOn("other", pair[1]),
		]);
		const settings = setting.settings ?? appDefaults;
		return {
			one: await createPerson(browsers[0], settings),
			other: await createPerson(browsers[1], settings),
			network,
			servers,
			isByLink: setting.isByLink ?? false,
			async close() {
				const ends = [...browsers.map((it) => it.close()), servers.stop()];
				await Promise.allSettled(ends);
				await network.close();
			},
		};
	} catch (error) {
		await network.close();
		throw error;
	}
}

/** Notes for the table what `body` comes back with; or how it failed, with what the two have seen all the while. */
export async function noted(
	about: string,
	pair: Pair,
	{ one, other }: Pick<Cell, "one" | "other">,
	body: () => Promise<string>,
): Promise<void> {
	const note = (outcome: string) =>
		addRow(inject("labResults"), { about, pair: pairName(pair), outcome });
	const sinceMs = Date.now();
	try {
		await note(await body());
	} catch (cause) {
		const stories = [one, other].map((it) => it.story(sinceMs).catch(String));
		const seen = (await Promise.all(stories)).join(" // ");
		await note("**failed**");
		throw new Error(`${String(cause).split("\n")[0]}; seen: ${seen}`, {
			cause,
		});
	}
}

/** `body` comes back with what the table shall say. */
export async function inCell(
	setting: Setting,
	pair: Pair,
	body: (cell: Cell) => Promise<string>,
): Promise<void> {
	const cell = await openCell(setting, pair);
	try {
		await noted(setting.about, pair, cell, () => body(cell));
	} finally {
		await cell.close();
	}
}
