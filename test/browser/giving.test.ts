// What leaves this device about itself: in the code, in-band, and by the second link. Measured on what is sent.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readCode } from "../../src/codec/code.ts";
import { candidatesOf } from "../../src/peer/reach.ts";
import {
	expectNoProblems,
	launchBrowser,
	newPerson,
} from "./support/launch.ts";
import { begin, by, inState, myCode, myLink } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";
import { type StunServer, startStun } from "./support/stun.ts";
import { startTurn, turnserver } from "./support/turn.ts";

let browser: Browser;
let server: Server;
let stun: StunServer;

beforeAll(async () => {
	server = await serve(inject("builtApp"));
	browser = await launchBrowser();
	stun = await startStun(["203.0.113.7", 40_001]);
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
	stun?.stop();
});

async function withServer(page: Page, urls: string): Promise<void> {
	await page.goto(server.url);
	await by(page, "servers-own").check();
	await by(page, "server-add").click();
	await by(page, "server-urls").fill(urls);
}

const kindsOf = (code: string) => {
	const read = readCode(code);
	return read.ok ? candidatesOf(read.value.sdp).map(({ kind }) => kind) : null;
};

const said = (page: Page) => by(page, "giving").getAttribute("data-kinds");

test("the line beside a code says what is in it, and a smaller circle makes a smaller code", async () => {
	const { page, close, problems } = await newPerson(browser, {
		permissions: ["clipboard-read", "clipboard-write"],
	});
	await withServer(page, stun.urls);
	await by(page, "start").click();
	const wide = await myCode(page, "invite");
	expect(kindsOf(wide)).toContain("mapped");
	expect(await said(page)).toBe("mapped name");
	await by(page, "giving").locator("summary").click();
	await by(page, "giving").getByText("203.0.113.7").waitFor();
	expect(await by(page, "scope-relay").isDisabled()).toBe(true);

	await by(page, "scope-network").check();
	await expect.poll(() => said(page)).toBe("name");
	const narrow = await myCode(page, "invite");
	expect(kindsOf(narrow)?.every((kind) => kind === "name")).toBe(true);
	expect(narrow.length).toBeLessThan(wide.length);

	// The choice is kept, and it is the same as the one on the first page.
	await by(page, "copy-text").click();
	await expect.poll(() => by(page, "scope-internet").count()).toBe(0);
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
		narrow,
	);
	await by(page, "cancel").click();
	expect(await by(page, "servers-none").isChecked()).toBe(true);
	expect(problems).toEqual([]);
	await close();
});

test("who answers a link chooses before what the reply gives away", async () => {
	const one = await newPerson(browser);
	const other = await newPerson(browser, { permissions: [] });
	await begin(one.page, server.url);
	await withServer(other.page, stun.urls);
	await other.page.goto(await myLink(one.page));
	await by(other.page, "circle").locator("summary").click();
	await by(other.page, "scope-network").check();
	const asked = stun.requests();
	await by(other.page, "answer").click();
	const reply = await myCode(other.page, "reply");
	expect(kindsOf(reply)?.every((kind) => kind === "name")).toBe(true);
	expect(stun.requests()).toBe(asked);
	await by(other.page, "giving").locator("summary").click();
	expect(await by(other.page, "scope-internet").count()).toBe(0);
	await by(one.page, "their-code").fill(reply);
	await Promise.all([
		inState(one.page, "connected"),
		inState(other.page, "connected"),
	]);
	expectNoProblems(one, other);
	await Promise.all([one.close(), other.close()]);
});

/** Keeps every connection, and every text that goes over a channel. */
const listen = (page: Page) =>
	page.addInitScript(() => {
		const kept = { links: [] as RTCPeerConnection[], texts: [] as string[] };
		Object.assign(self, { kept });
		const Original = RTCPeerConnection;
		Object.assign(self, {
			RTCPeerConnection: new Proxy(Original, {
				construct(target, args) {
					const made = Reflect.construct(target, args) as RTCPeerConnection;
					kept.links.push(made);
					return made;
				},
			}),
		});
		const { send } = RTCDataChannel.prototype;
		RTCDataChannel.prototype.send = function (this: RTCDataChannel, data) {
			if (typeof data === "string") kept.texts.push(data);
			return send.call(this, data as never);
		};
	});

type Kept = { readonly links: RTCPeerConnection[]; readonly texts: string[] };

test.runIf(turnserver)(
	"who goes through a relay only tells nothing else, in the code, in-band, by the second link, or by a packet",
	async () => {
		const turn = await startTurn();
		const one = await newPerson(browser);
		const other = await newPerson(browser);
		await begin(other.page, server.url);
		await listen(one.page);
		await withServer(one.page, turn.urls);
		await by(one.page, "server-username").fill("ann");
		await by(one.page, "server-credential").fill("secret");
		await by(one.page, "start").click();
		expect(await said(one.page)).toMatch(/local|public/);
		await by(one.page, "giving").locator("summary").click();
		await by(one.page, "scope-relay").check();
		await expect.poll(() => said(one.page)).toBe("relay");
		const before = await one.page.evaluate(
			() => (self as unknown as { kept: Kept }).kept.links.length,
		);
		await by(other.page, "their-code").fill(await myCode(one.page, "invite"));
		await by(one.page, "their-code").fill(await myCode(other.page, "reply"));
		await Promise.all([
			inState(one.page, "connected"),
			inState(other.page, "connected"),
		]);
		await by(one.page, "toggle-camera").click();
		const texts = () =>
			one.page.evaluate(() => (self as unknown as { kept: Kept }).kept.texts);
		await expect
			.poll(async () => (await texts()).join(), { timeout: 20_000 })
			.toContain('"spare"');
		await expect
			.poll(async () => (await texts()).join())
			.toContain('"description"');

		const all = (await texts()).map((text) => JSON.parse(text));
		const spares = all.flatMap(({ type, code }) =>
			type === "spare" ? [kindsOf(code)] : [],
		);
		expect(new Set(spares.flat())).toEqual(new Set(["relay"]));
		const lines = (await texts()).join("\n").match(/candidate:\S+ [^"\\]*/g);
		for (const line of lines ?? []) {
			expect(line).toContain(" typ relay");
			expect(line).toMatch(/ raddr (?:0\.0\.0\.0|::) rport 0/);
		}
		// No socket of this device has sent from anywhere else.
		const types = await one.page.evaluate(async (from) => {
			const { links } = (self as unknown as { kept: Kept }).kept;
			const found: string[] = [];
			for (const link of links.slice(from - 1))
				for (const stat of (await link.getStats()).values())
					if (stat.type === "local-candidate") found.push(stat.candidateType);
			return found;
		}, before);
		expect(new Set(types)).toEqual(new Set(["relay"]));
		expectNoProblems(one, other);
		await Promise.all([one.close(), other.close()]);
		turn.stop();
	},
);
