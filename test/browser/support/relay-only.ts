// A call through a relay only, from the choice to the second link, and everything that this device tells on the way.

import type { Page } from "playwright-core";
import { expect } from "vitest";
import { readCode } from "../../../src/codec/code.ts";
import { candidatesOf } from "../../../src/peer/reach.ts";
import type { Person } from "./launch.ts";
import { begin, by, inState, myCode } from "./pigeon.ts";
import type { Turn } from "./turn.ts";

export async function withServer(
	page: Page,
	url: string,
	urls: string,
): Promise<void> {
	await page.goto(url);
	await by(page, "servers-own").check();
	await by(page, "server-add").click();
	await by(page, "server-urls").fill(urls);
}

export const kindsOf = (code: string) => {
	const read = readCode(code);
	return read.ok ? candidatesOf(read.value.sdp).map(({ kind }) => kind) : null;
};

export const said = (page: Page) =>
	by(page, "giving").getAttribute("data-kinds");

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

/** The first chooses the relay; whatever they tell is looked at. */
export async function callThroughRelay(
	one: Person,
	other: Person,
	url: string,
	turn: Turn,
): Promise<void> {
	await begin(other.page, url);
	await listen(one.page);
	await withServer(one.page, url, turn.urls);
	await by(one.page, "server-username").fill("ann");
	await by(one.page, "server-credential").fill("secret");
	await by(one.page, "start").click();
	expect(await said(one.page)).toMatch(/name|local|public/);
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
}
