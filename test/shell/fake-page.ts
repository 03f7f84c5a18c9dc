// A page that can be hidden and shown, as far as the shell looks at it.

export function createFakePage() {
	const target = new EventTarget();
	const page = {
		baseURI: "https://example.org/pigeon/",
		visibilityState: "visible" as DocumentVisibilityState,
		addEventListener: target.addEventListener.bind(target),
		turn(state: DocumentVisibilityState) {
			page.visibilityState = state;
			target.dispatchEvent(new Event("visibilitychange"));
		},
	};
	return page;
}
