// Where what was pressed goes away with the press, the browser forgets where the person was. This keeps the place: the
// heading of the nearest part that is still there, so that whoever goes on by keyboard or listens goes on from there.

const places = "section, form, details, dialog, main, [role=dialog], .page";

/** The nearest still standing of these, from the inside out. */
function placeFor(chain: readonly Element[], root: Element): Element {
	return chain.find((one) => one.isConnected) ?? root;
}

function take(place: Element): void {
	// Never a field: on a phone that would bring up the keyboard.
	const target = place.querySelector("h1, h2, h3") ?? place;
	if (!(target instanceof HTMLElement)) return;
	if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
	target.focus({ preventScroll: true });
}

export function keepFocus(page: Document, signal: AbortSignal): void {
	let last: Element | null = null;
	let chain: readonly Element[] = [];
	page.addEventListener(
		"focusin",
		({ target }) => {
			if (!(target instanceof Element)) return;
			last = target;
			const around: Element[] = [];
			for (
				let place = target.parentElement?.closest(places);
				place;
				place = place.parentElement?.closest(places)
			)
				around.push(place);
			chain = around;
		},
		{ signal },
	);
	// Pressed beside everything: the person has let go of it.
	page.addEventListener(
		"pointerdown",
		({ target }) => {
			const isHeld = target instanceof Node && last?.contains(target);
			if (!isHeld) last = null;
		},
		{ signal, capture: true },
	);
	const watcher = new MutationObserver(() => {
		const isGone =
			last !== null && (!last.isConnected || last.matches(":disabled"));
		if (!isGone || page.activeElement !== page.body) return;
		take(placeFor(chain, page.body));
	});
	watcher.observe(page.body, {
		childList: true,
		subtree: true,
		attributes: true,
		attributeFilter: ["disabled"],
	});
	signal.addEventListener("abort", () => watcher.disconnect());
}
