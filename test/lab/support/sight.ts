// What a person sees of a connection, noted down inside the page at every change, with the moment.

export type Sight = {
	readonly atMs: number;
	readonly state: string;
	readonly step: string;
	readonly problem: string;
	readonly ending: string;
	/** How good the call is shown to be. */
	readonly bars: string;
};

/** Runs in the page, before the app: may not name anything outside of itself. */
export function watchStatus(): void {
	const seen: Sight[] = [];
	(self as unknown as { labSeen: Sight[] }).labSeen = seen;
	const read = (selector: string, name: string) =>
		document.querySelector(selector)?.getAttribute(name) ?? "";
	const look = () => {
		const sight = {
			state: read("[data-testid=status]", "data-state"),
			step: read("[data-step]", "data-step"),
			problem: read("[data-testid=problem]", "data-problem"),
			ending: read("[data-testid=status]", "data-ending"),
			bars: read("[data-testid=quality]", "data-bars"),
		};
		const last = seen.at(-1);
		const isNew =
			!last ||
			last.state !== sight.state ||
			last.step !== sight.step ||
			last.problem !== sight.problem ||
			last.ending !== sight.ending ||
			last.bars !== sight.bars;
		if (isNew) seen.push({ atMs: Date.now(), ...sight });
	};
	new MutationObserver(look).observe(document, {
		subtree: true,
		childList: true,
		attributes: true,
	});
}

/** For the report: each change, with the seconds since a moment. */
export function tell(sights: readonly Sight[], sinceMs: number): string {
	return sights
		.filter(({ atMs }) => atMs >= sinceMs)
		.map(({ atMs, state, step, problem, ending }) => {
			const seconds = ((atMs - sinceMs) / 1_000).toFixed(1);
			const extra = [problem, ending, step === "joiningLong" ? step : ""];
			return [`${seconds} s`, state, ...extra].filter(Boolean).join(" ");
		})
		.join(", ");
}
