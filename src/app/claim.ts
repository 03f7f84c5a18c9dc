// As long as an invite of this window waits for a reply, the other windows of this browser can tell.

import { effect } from "@preact/signals-core";
import type { Session } from "../peer/session.ts";
import type { Platform } from "./platform.ts";

export function claimInvite(
	{ owners }: Pick<Platform, "owners">,
	session: Pick<Session, "state" | "myCode">,
	lifetime: AbortSignal,
): void {
	let claim = new AbortController();
	const stop = effect(() => {
		claim.abort();
		const id = session.myCode.value?.id;
		if (session.state.value !== "inviting" || id === undefined) return;
		claim = new AbortController();
		owners.claim(id, AbortSignal.any([lifetime, claim.signal]));
	});
	lifetime.addEventListener("abort", stop);
}
