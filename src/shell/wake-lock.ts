// Keeps the screen on while a code is shown or a call runs. A device that cannot just goes dark as ever.

export interface WakeLock {
	hold(): void;
	release(): void;
}

export type WakeLockEnvironment = {
	/** `navigator.wakeLock`, which some browsers lack. */
	readonly screen: { request(type: "screen"): Promise<Sentinel> } | undefined;
	readonly page: Pick<Document, "visibilityState" | "addEventListener">;
};

type Sentinel = Pick<WakeLockSentinel, "released" | "release">;

export function createWakeLock(
	{ screen, page }: WakeLockEnvironment,
	signal: AbortSignal,
): WakeLock {
	let isHeld = false;
	let isAsking = false;
	let sentinel: Sentinel | undefined;

	async function ask(): Promise<void> {
		const isOn = sentinel && !sentinel.released;
		if (!isHeld || isAsking || isOn || page.visibilityState !== "visible") {
			return;
		}
		isAsking = true;
		// Refused on an empty battery, for one; the next time the page is looked at, it is asked for again.
		sentinel = await screen?.request("screen").catch(() => undefined);
		isAsking = false;
		if (!isHeld) letGo();
	}

	function letGo(): void {
		isHeld = false;
		sentinel?.release().catch(() => undefined);
		sentinel = undefined;
	}

	// The browser takes the lock away whenever the page is hidden (Screen Wake Lock, section 7.2).
	page.addEventListener("visibilitychange", () => void ask(), { signal });
	signal.addEventListener("abort", letGo, { once: true });

	return {
		hold() {
			if (signal.aborted) return;
			isHeld = true;
			void ask();
		},
		release: letGo,
	};
}
