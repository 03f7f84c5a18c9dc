// Whom a code reaches: what is said of this network, of one's own servers, and what no server is told.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCode } from "../../src/codec/code.ts";
import { candidatesOf } from "../../src/peer/reach.ts";
import { newPerson } from "./support/launch.ts";
import { by, myCode } from "./support/pigeon.ts";
import { useStage } from "./support/stage.ts";
import { type StunServer, startStun } from "./support/stun.ts";
import { startTurn, turnserver } from "./support/turn.ts";

const stage = useStage();
let stun: StunServer;
/** Sees the same socket under another port, as behind a symmetric NAT. */
let otherStun: StunServer;

beforeAll(async () => {
	stun = await startStun(["203.0.113.7", 40_001]);
	otherStun = await startStun(["203.0.113.7", 40_002]);
});

afterAll(() => {
	stun?.stop();
	otherStun?.stop();
});

async function withServers(
	page: Page,
	...urls: readonly string[]
): Promise<void> {
	await page.goto(stage.server.url);
	await by(page, "servers-own").check();
	for (const [index, one] of urls.entries()) {
		await by(page, "server-add").click();
		await by(page, "server-urls").nth(index).fill(one);
	}
}

/** What whoever gets this page's code is told. */
async function sdpOf(page: Page): Promise<string> {
	const read = readCode(await myCode(page, "invite"));
	if (!read.ok) throw new Error(read.problem);
	return read.value.sdp;
}

async function checked(page: Page): Promise<string> {
	await by(page, "check-network").click();
	const verdict = by(page, "network-verdict");
	await expect
		.poll(() => verdict.getAttribute("data-is"), { timeout: 15_000 })
		.not.toMatch(/idle|running/);
	return (await verdict.getAttribute("data-is")) ?? "";
}

async function tested(page: Page, index = 0): Promise<string> {
	await by(page, "server-test").nth(index).click();
	const verdict = by(page, "server-verdict").nth(index);
	await expect
		.poll(() => verdict.getAttribute("data-is"), { timeout: 15_000 })
		.not.toMatch(/idle|running/);
	return (await verdict.getAttribute("data-is")) ?? "";
}

test("a server that answers is told from one that does not, and both from nonsense", async () => {
	const { page, close } = await newPerson(stage.browser);
	// Nobody listens on the discard port.
	const dead = stun.urls.replace(/:\d+$/, ":9");
	await withServers(page, stun.urls, dead, "https://example.org");
	expect(await tested(page, 0)).toBe("works");
	expect(await tested(page, 1)).toBe("noAnswer");
	expect(await by(page, "server-test").nth(2).isDisabled()).toBe(true);
	await close();
});

test("the check says whether this network reaches the internet, and how well", async () => {
	const { page, close } = await newPerson(stage.browser, { permissions: [] });
	await withServers(page, stun.urls);
	expect(await checked(page)).toBe("internet");
	await by(page, "server-add").click();
	await by(page, "server-urls").nth(1).fill(otherStun.urls);
	expect(await checked(page)).toBe("mostlyRelay");
	await close();
});

test("with no server at all none is asked, and the code says how far it reaches", async () => {
	const { page, close } = await newPerson(stage.browser, { permissions: [] });
	await withServers(page, stun.urls);
	await by(page, "servers-none").check();
	const before = stun.requests();
	expect(await checked(page)).toMatch(/sameNetwork|internet/);
	await by(page, "start").click();
	await myCode(page, "invite");
	await by(page, "reach").waitFor();
	expect(await by(page, "reach").getAttribute("data-reach")).toBe("onlyNames");
	expect(stun.requests()).toBe(before);
	await close();
});

test("a server that does not answer is said beside the code that comes without it", async () => {
	const { page, close } = await newPerson(stage.browser, { permissions: [] });
	await withServers(page, stun.urls.replace(/:\d+$/, ":9"));
	await by(page, "start").click();
	await myCode(page, "invite");
	await page.locator("[data-problem=noServer]").waitFor();
	await close();
});

test("an address that comes late goes into the code, unless the code has left by then", async () => {
	// After the deadline of five seconds.
	const slow = await startStun(["203.0.113.9", 40_009], 6_500);
	const people = await Promise.all(
		[true, false].map(async (doesCopy) => {
			const { page, close } = await newPerson(stage.browser, {
				permissions: ["clipboard-read", "clipboard-write"],
			});
			await withServers(page, slow.urls);
			await by(page, "start").click();
			const first = await myCode(page, "invite");
			await page.locator("[data-problem=noServer]").waitFor();
			if (doesCopy) await by(page, "copy-text").click();
			return { page, close, first, doesCopy };
		}),
	);
	await expect
		.poll(async () => myCode(people[1]?.page as Page, "invite"), {
			timeout: 15_000,
		})
		.not.toBe(people[1]?.first);
	for (const { page, first, doesCopy, close } of people) {
		const now = await myCode(page, "invite");
		expect(now === first).toBe(doesCopy);
		if (!doesCopy) expect(now.length).toBeGreaterThan(first.length);
		await close();
	}
	slow.stop();
});

test("a browser without WebRTC is told so, not left waiting", async () => {
	const { page, close } = await newPerson(stage.browser);
	await page.addInitScript(() => {
		Reflect.deleteProperty(self, "RTCPeerConnection");
	});
	await page.goto(stage.server.url);
	await by(page, "start").click();
	await page.locator("[data-testid=status][data-ending=died]").waitFor();
	await close();
});

test.runIf(turnserver)(
	"a TURN server lets in whoever has its password, and is told from one that does not",
	async () => {
		const turn = await startTurn();
		const { page, close } = await newPerson(stage.browser);
		await withServers(page, turn.urls);
		await by(page, "server-username").fill("ann");
		await by(page, "server-credential").fill("wrong");
		expect(await tested(page)).toBe("refused");
		await by(page, "server-credential").fill("secret");
		expect(await tested(page)).toBe("works");
		expect(await checked(page)).toBe("relay");
		await by(page, "relay-only").check();
		await by(page, "start").click();
		const kinds = candidatesOf(await sdpOf(page)).map(({ kind }) => kind);
		expect(new Set(kinds)).toEqual(new Set(["relay"]));
		await by(page, "details").locator("summary").click();
		await page.getByText("TURN server", { exact: true }).waitFor();
		await close();
		turn.stop();
	},
);

test("servers and their passwords stay on this device: a code does not change with them", async () => {
	const { page, close } = await newPerson(stage.browser, { permissions: [] });
	await withServers(page, stun.urls, "turn:turn.example.org");
	await by(page, "server-username").fill("secretUser");
	await by(page, "server-credential").fill("secretWord");
	await by(page, "start").click();
	// What a code holds is packed, so it is unpacked here.
	const everything = (await sdpOf(page)) + (await page.content());
	for (const secret of ["secretUser", "secretWord", "turn.example.org"])
		expect(everything).not.toContain(secret);
	await page.reload();
	expect(await by(page, "server-credential").inputValue()).toBe("secretWord");
	await close();
});
