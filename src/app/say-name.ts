// Tells whoever this device is connected with how its person wants to be called.

import { effect, type ReadonlySignal } from "@preact/signals-core";
import type { Session } from "../peer/session.ts";
import type { Settings } from "../settings/settings.ts";

export function sayName(
	meeting: ReadonlySignal<{ readonly session: Session } | null>,
	settings: ReadonlySignal<Settings>,
	lifetime: AbortSignal,
): void {
	let said = "";
	const stop = effect(() => {
		const session = meeting.value?.session;
		const name = settings.value.name.trim();
		if (session?.state.value !== "connected") {
			said = "";
			return;
		}
		if (name === said) return;
		said = name;
		session.say({ type: "name", name });
	});
	lifetime.addEventListener("abort", stop);
}
