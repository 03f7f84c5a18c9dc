// Which servers help, and whether they do: the person's own list, a test for each, and a check of this network.

import {
	signal as cell,
	type ReadonlySignal,
	type Signal,
} from "@preact/signals-core";
import {
	checkNetwork,
	checkServer,
	type NetworkVerdict,
	type ServerVerdict,
} from "../peer/check.ts";
import {
	asIceServer,
	configurationOf,
	isTurn,
	isUsable,
	maxOwnServers,
	type OwnServer,
} from "../settings/servers.ts";
import type { Settings } from "../settings/settings.ts";
import type { Platform } from "./platform.ts";

export type { NetworkVerdict, OwnServer, ServerVerdict };

export type Check<Verdict> =
	| { readonly is: "idle" | "running" | "failed" }
	| { readonly is: "done"; readonly verdict: Verdict };

export type Network = {
	readonly check: ReadonlySignal<Check<NetworkVerdict>>;
	/** One for each of the person's own servers. */
	readonly tests: ReadonlySignal<readonly Check<ServerVerdict>[]>;
	readonly maxServers: number;
	run(): Promise<void>;
	isUsable(server: OwnServer): boolean;
	isTurn(server: OwnServer): boolean;
	add(): void;
	change(index: number, part: Partial<OwnServer>): void;
	remove(index: number): void;
	test(index: number): Promise<void>;
};

const idle = { is: "idle" } as const;

export function createNetwork(
	platform: Platform,
	settings: Signal<Settings>,
	lifetime: AbortSignal,
): Network {
	const check = cell<Check<NetworkVerdict>>(idle);
	const tests = cell<readonly Check<ServerVerdict>[]>([]);

	const setOwn = (own: readonly OwnServer[]) => {
		settings.value = { ...settings.value, own };
		check.value = idle;
	};
	const setTest = (server: OwnServer, test: Check<ServerVerdict>) => {
		tests.value = settings.value.own.map((one, at) =>
			one === server ? test : (tests.value[at] ?? idle),
		);
	};

	return {
		check,
		tests,
		maxServers: maxOwnServers,
		isUsable,
		isTurn,
		async run() {
			check.value = { is: "running" };
			const configuration = configurationOf(settings.value);
			try {
				const verdict = await checkNetwork(platform, configuration, lifetime);
				check.value = { is: "done", verdict };
			} catch {
				check.value = { is: "failed" };
			}
		},
		add() {
			const { own } = settings.value;
			if (own.length < maxOwnServers)
				setOwn([...own, { urls: "", username: "", credential: "" }]);
		},
		change(index, part) {
			const changed = settings.value.own.map((one, at) =>
				at === index ? { ...one, ...part } : one,
			);
			tests.value = tests.value.map((one, at) => (at === index ? idle : one));
			setOwn(changed);
		},
		remove(index) {
			tests.value = tests.value.filter((_, at) => at !== index);
			setOwn(settings.value.own.filter((_, at) => at !== index));
		},
		async test(index) {
			const server = settings.value.own[index];
			if (!server || !isUsable(server)) return;
			setTest(server, { is: "running" });
			const verdict = await checkServer(
				platform,
				asIceServer(server),
				isTurn(server),
				lifetime,
			);
			setTest(server, { is: "done", verdict });
		},
	};
}
