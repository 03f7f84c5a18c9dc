// What an opened link does by itself (nothing), does a second time (nothing again), and does inside another page.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNoProblems, newPerson } from "./support/launch.ts";
import {
	begin,
	by,
	inState,
	myCode,
	myLink,
	problem,
} from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";
import { hostAddress, type StunServer, startStun } from "./support/stun.ts";
import { withTrap } from "./support/trap.ts";

const stage = useStage();
let stun: StunServer;

beforeAll(async () => {
	stun = await startStun(["203.0.113.7", 40_001]);
});

afterAll(() => stun?.stop());

/** Counts what would use the network or a device. */
async function watchUse(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		const used = { count: 0 };
		Object.assign(self, { used });
		const Original = RTCPeerConnection;
		Object.assign(self, {
			RTCPeerConnection: new Proxy(Original, {
				construct(target, args) {
					used.count += 1;
					return Reflect.construct(target, args) as object;
				},
			}),
		});
		const { getUserMedia } = MediaDevices.prototype;
		MediaDevices.prototype.getUserMedia = function (...args) {
			used.count += 1;
			return getUserMedia.apply(this, args);
		};
	});
	return () =>
		page.evaluate(
			() => (self as unknown as { used: { count: number } }).used.count,
		);
}

/** Every address that has stood in the address bar and can be gone back to. */
async function historyOf(page: Page): Promise<readonly string[]> {
	const session = await page.context().newCDPSession(page);
	const { entries } = await session.send("Page.getNavigationHistory");
	return entries.map(({ url }) => url);
}

test("a link that is opened asks no server, makes no connection and starts no camera before the press; and works once", async () => {
	const { browser, server } = stage;
	const one = await newPerson(browser);
	const other = await newPerson(browser);
	await begin(one.page, server.url);
	const port = stun.urls.split(":").at(-1) ?? "";
	// Whatever knocks there is counted, also for another reason than to ask.
	const invite = withTrap(await myLink(one.page), hostAddress(), port);
	const fetched: string[] = [];
	other.page.on("request", (request) => fetched.push(request.url()));

	const used = await watchUse(other.page);
	await other.page.goto(server.url);
	await by(other.page, "servers-own").check();
	await by(other.page, "server-add").click();
	await by(other.page, "server-urls").fill(stun.urls);
	const asked = stun.requests();
	await other.page.goto(invite);
	await by(other.page, "answer").waitFor();
	await other.page.waitForTimeout(1_500);
	expect(await used()).toBe(0);
	expect(stun.requests()).toBe(asked);
	// Neither in the address bar nor behind the way back; and the host has heard nothing of it.
	expect(other.page.url()).toBe(server.url);
	const gone = [...(await historyOf(other.page)), ...fetched];
	expect(gone.filter((url) => /[#?]/.test(new URL(url).href))).toEqual([]);
	await by(other.page, "answer").click();
	await myCode(other.page, "reply");
	expect(await used()).toBe(1);
	expect(stun.requests()).toBeGreaterThan(asked);

	// The reply was lost with the page: it may be made once more, with a word of warning.
	const again = await other.context.newPage();
	await other.page.close({ runBeforeUnload: false });
	await again.goto(invite);
	await by(again, "answered-before").waitFor();
	await by(again, "answer").click();
	await by(one.page, "their-code").fill(await myCode(again, "reply"));
	await Promise.all([
		inState(one.page, "connected"),
		inState(again, "connected"),
	]);

	// Now it has been used, and is refused: as a link after a reload, and pasted.
	const third = await other.context.newPage();
	await third.goto(invite);
	expect(await problem(third)).toBe("spentInvite");
	expect(await by(third, "answer").count()).toBe(0);
	await third.reload();
	await by(third, "start").click();
	await myCode(third, "invite");
	await by(third, "their-code").fill(invite);
	expect(await problem(third)).toBe("spentInvite");
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

test("inside another site's page there is nothing but the way out of it", async () => {
	const { browser, server } = stage;
	const { page, close } = await newPerson(browser);
	await watchUse(page);
	const host = createServer((_, response) =>
		response
			.writeHead(200, { "content-type": "text/html" })
			.end(
				`<iframe src="${server.url}#PGNA123" width=600 height=600></iframe>`,
			),
	);
	await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
	const { port } = host.address() as AddressInfo;
	await page.goto(`http://127.0.0.1:${port}/`);
	const frame = page.frameLocator("iframe");
	await frame.getByTestId("unframe").waitFor();
	expect(await frame.getByTestId("start").count()).toBe(0);
	for (const one of page.frames())
		expect(await one.evaluate(() => Reflect.get(self, "used").count)).toBe(0);
	const tab = page.context().waitForEvent("page");
	await frame.getByTestId("unframe").click();
	await by(await tab, "problem").waitFor();
	await close();
	await new Promise((done) => {
		host.close(done);
		host.closeAllConnections();
	});
});
