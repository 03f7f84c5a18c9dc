// No server, no network but the one between the two devices: after one visit, everything is on the device.

import { expect, inject, test } from "vitest";
import { createCamera } from "./support/camera.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
	type Person,
} from "./support/launch.ts";
import { begin, by, heard, inState, myCode, say } from "./support/pigeon.ts";
import { serve } from "./support/serve.ts";

async function visit(person: Person, url: string): Promise<void> {
	await person.page.goto(url);
	await person.page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		while (active?.state !== "activated")
			await new Promise((resolve) => setTimeout(resolve, 20));
	});
}

test("two people who have been here once connect with the server gone, one of them by camera", async () => {
	const server = await serve(inject("builtApp"), "/a/b/c/");
	const camera = await createCamera();
	const browser = await launchBrowser(camera);
	try {
		const one = await newPerson(browser, { screen: "phone" });
		const other = await newPerson(browser, { screen: "phone" });
		for (const person of [one, other]) await visit(person, server.url);
		// Or it is the browser's own cache that is tested.
		for (const { context, page } of [one, other]) {
			const devtools = await context.newCDPSession(page);
			await devtools.send("Network.clearBrowserCache");
		}
		// Not the driver's "offline", which cuts the line between the two devices as well.
		await server.stop();

		await begin(one.page, server.url);
		await begin(other.page, server.url);
		await camera.film(await by(one.page, "my-qr").screenshot());
		await by(other.page, "scan").click();
		await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
		await Promise.all([
			inState(one.page, "connected"),
			inState(other.page, "connected"),
		]);
		await say(other.page, "no internet needed");
		expect(await heard(one.page)).toBe("no internet needed");
		expectNoProblems(one, other);
	} finally {
		await browser.close();
		await camera.remove();
	}
});
