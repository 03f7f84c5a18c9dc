// Tells when a newer release waits on the device, and starts it when a person asks. Never reloads by itself.

import { signal as newSignal, type ReadonlySignal } from "@preact/signals-core";

export interface Update {
	/** A newer release is on the device and waits to be asked for. */
	readonly isReady: ReadonlySignal<boolean>;
	/** Reloads the page into the newer release; does nothing where there is none. */
	apply(): void;
}

export type UpdateEnvironment = {
	/** `navigator.serviceWorker`; undefined where the browser has none, or where it shall not be used. */
	readonly workers: Pick<ServiceWorkerContainer, "register"> | undefined;
	readonly page: Pick<
		Document,
		"baseURI" | "visibilityState" | "addEventListener"
	>;
	readonly now: () => number;
	readonly reload: () => void;
};

const lookAgainMs = 60 * 60 * 1000;

export function createUpdate(
	environment: UpdateEnvironment,
	signal: AbortSignal,
): Update {
	const { workers, page, now, reload } = environment;
	const isReady = newSignal(false);
	let registration: ServiceWorkerRegistration | undefined;
	let isApplying = false;

	// Where it cannot be registered (no secure context, a private window) the app works, only not offline.
	workers
		?.register(new URL("sw.js", page.baseURI))
		.then(watch)
		.catch(() => undefined);

	function watch(found: ServiceWorkerRegistration): void {
		if (signal.aborted) return;
		registration = found;
		if (found.waiting && found.active) isReady.value = true;
		watchWorker(found.installing);
		found.addEventListener("updatefound", () => watchWorker(found.installing), {
			signal,
		});
		lookHourly(found);
	}

	function watchWorker(worker: ServiceWorker | null): void {
		worker?.addEventListener(
			"statechange",
			() => {
				// Without an active one before it, this is the first release on this device and nothing to offer.
				const isNewer = worker.state === "installed" && registration?.active;
				if (isNewer) isReady.value = true;
			},
			{ signal },
		);
	}

	function lookHourly(found: ServiceWorkerRegistration): void {
		let lookedAt = now();
		page.addEventListener(
			"visibilitychange",
			() => {
				if (page.visibilityState !== "visible") return;
				if (now() - lookedAt < lookAgainMs) return;
				lookedAt = now();
				// Offline is no news.
				found.update().catch(() => undefined);
			},
			{ signal },
		);
	}

	function apply(): void {
		if (!isReady.value || isApplying) return;
		const waiting = registration?.waiting;
		// Another tab has asked for it already, and it runs.
		if (!waiting) {
			reload();
			return;
		}
		isApplying = true;
		// Not `controllerchange`: a page that was reloaded by force has no controller, and would wait for ever.
		waiting.addEventListener(
			"statechange",
			() => {
				if (waiting.state === "activating") return;
				isApplying = false;
				if (waiting.state === "activated") reload();
			},
			{ signal },
		);
		waiting.postMessage({ type: "use-now" });
	}

	return { isReady, apply };
}
