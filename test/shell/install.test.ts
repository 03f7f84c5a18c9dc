import { expect, test } from "vitest";
import { createInstall } from "../../src/shell/install.ts";

function offer() {
	const event = new Event("beforeinstallprompt", { cancelable: true });
	let promptCount = 0;
	const prompt = async () => {
		promptCount++;
	};
	return Object.assign(event, { prompt, count: () => promptCount });
}

test("the browser's offer is kept back until a person asks for it, and shown once", async () => {
	const page = new EventTarget();
	const shell = createInstall(page, new AbortController().signal);
	expect(shell.canInstall.value).toBe(false);
	const event = offer();
	page.dispatchEvent(event);
	expect(event.defaultPrevented).toBe(true);
	expect(shell.canInstall.value).toBe(true);
	expect(event.count()).toBe(0);
	await shell.install();
	await shell.install();
	expect(event.count()).toBe(1);
	expect(shell.canInstall.value).toBe(false);
});

test("an app installed from the browser's menu is not offered any more", () => {
	const page = new EventTarget();
	const shell = createInstall(page, new AbortController().signal);
	page.dispatchEvent(offer());
	page.dispatchEvent(new Event("appinstalled"));
	expect(shell.canInstall.value).toBe(false);
});
