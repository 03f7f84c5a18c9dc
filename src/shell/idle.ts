// When nothing else is to be done: what is fetched ahead must not hold up what somebody looks at or presses.

/** At the latest; a busy page is never idle. */
const latestMs = 1_000;
/** Safari does not tell when it is idle. */
const guessMs = 100;

export function whenIdle(window: Window, handle: () => void): void {
	const { requestIdleCallback } = window as Partial<Window>;
	if (requestIdleCallback)
		requestIdleCallback.call(window, () => handle(), { timeout: latestMs });
	else window.setTimeout(handle, guessMs);
}

/** All that belongs to the page is here, and nothing is to be done. */
export const whenShown = (window: Window): Promise<void> =>
	new Promise((done) => {
		const soon = () => whenIdle(window, done);
		if (window.document.readyState === "complete") soon();
		else window.addEventListener("load", soon, { once: true });
	});

/** What a service worker keeps for later comes down the same line as what is needed now. */
export const afterShown = (
	window: Window,
	workers: Pick<ServiceWorkerContainer, "register"> | undefined,
) =>
	workers && {
		register: (address: string | URL) =>
			whenShown(window).then(() => workers.register(address)),
	};
