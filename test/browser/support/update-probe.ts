// A page with nothing on it but the update: it shows whether one is ready, and a press asks for it.

import { createUpdate } from "../../../src/shell/update.ts";

const update = createUpdate(
	{
		workers: navigator.serviceWorker,
		page: document,
		now: Date.now,
		reload: () => location.reload(),
	},
	new AbortController().signal,
);
update.isReady.subscribe((isReady) => {
	document.title = isReady ? "ready" : "latest";
});
document.addEventListener("click", update.apply);

const loadCount = Number(sessionStorage.getItem("loads") ?? "0") + 1;
sessionStorage.setItem("loads", String(loadCount));
