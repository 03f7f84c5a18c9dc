// The browser's offer to install the app, kept back until a person asks for it.

import {
	computed,
	signal as newSignal,
	type ReadonlySignal,
} from "@preact/signals-core";

export interface Install {
	/** The browser would install the app now. Some never say so, though a person can from the menu. */
	readonly canInstall: ReadonlySignal<boolean>;
	/** Shows the browser's own question; must be called in answer to a press. */
	install(): Promise<void>;
}

// Not in TypeScript's library: https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface
type InstallOffer = Event & { prompt(): Promise<unknown> };

export function createInstall(
	browserWindow: EventTarget,
	signal: AbortSignal,
): Install {
	const offer = newSignal<InstallOffer | undefined>(undefined);

	browserWindow.addEventListener(
		"beforeinstallprompt",
		(event) => {
			// Or the browser shows its own banner, at a moment of its choosing.
			event.preventDefault();
			offer.value = event as InstallOffer;
		},
		{ signal },
	);
	browserWindow.addEventListener(
		"appinstalled",
		() => {
			offer.value = undefined;
		},
		{ signal },
	);

	return {
		canInstall: computed(() => offer.value !== undefined),
		async install() {
			const current = offer.value;
			// One offer can be shown once; after a "no" the browser makes another when it sees fit.
			offer.value = undefined;
			await current?.prompt();
		},
	};
}
