// Fetches what verifies while the codes are still on their way: nobody needs it before, and nobody waits for it then.

import {
	signal as cell,
	effect,
	type ReadonlySignal,
} from "@preact/signals-core";
import type { Introduction, Met } from "../peer/introduction.ts";
import type { Platform } from "./platform.ts";
import type { Seen, Trust } from "./trust.ts";

export function loadTrust(
	platform: Platform,
	introduction: Introduction,
	/** As it is when the two have met. */
	seen: () => Seen,
	lifetime: AbortSignal,
): ReadonlySignal<Trust | null> {
	const trust = cell<Trust | null>(null);
	const loading = import("./trust.ts").catch((cause) => {
		platform.report(new Error("What verifies was not loaded", { cause }));
		return null;
	});
	const begin = async (met: Met) => {
		const loaded = await loading;
		if (!loaded || lifetime.aborted) return;
		trust.value = loaded.createTrust(
			platform,
			introduction,
			met,
			seen(),
			lifetime,
		);
	};
	const stop = effect(() => {
		if (introduction.met.value) void begin(introduction.met.value);
	});
	lifetime.addEventListener("abort", stop);
	return trust;
}
