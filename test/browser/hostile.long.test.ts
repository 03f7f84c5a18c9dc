// Somebody connected who knows the wire and attacks the check of who is there, or the codes: the session ends with a
// clear word, and the page is alive afterwards.

import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createHostility, type Hostility } from "./support/hostile.ts";
import { begin, by, heard, inState, problem } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

let server: Server;
let hostility: Hostility;

beforeAll(async () => {
	server = await serve(inject("builtApp"));
	hostility = await createHostility(server.url);
});

afterAll(async () => {
	await hostility?.close();
	await server?.stop();
});

const ending = () =>
	by(hostility.victim.page, "status").getAttribute("data-ending");

test.each([
	[
		"a number that is not the promised one",
		[
			{ step: "commit", version: 1, sum: "cd".repeat(32) },
			{ step: "reveal", nonce: "ab".repeat(32) },
		],
	],
	[
		"a word about digits that are not there",
		[{ step: "compared", isSame: true }],
	],
])("%s ends the session with an alarm", async (_, bodies) => {
	const { victim, attacker, meet, part } = hostility;
	await meet();
	await attacker.evaluate((rows) => {
		for (const body of rows)
			window.hostile.peer.say("control", { type: "verify", body });
	}, bodies);
	await inState(victim.page, "closed");
	expect(await ending()).toBe("alarmed");
	await part();
});

test("my own promise sent back to me, and what was said in an earlier session, end it with an alarm", async () => {
	const { victim, attacker, meet, part } = hostility;
	const theirs = (what: string) =>
		attacker.evaluate(async (step) => {
			const { peer, pause } = window.hostile;
			const find = () =>
				peer.heard.control.find((one) => String(one).includes(`"${step}"`));
			while (!find()) await pause(20);
			return String(find());
		}, what);
	const send = (text: string) =>
		attacker.evaluate((one) => window.hostile.peer.say("control", one), text);
	await meet();
	const promise = await theirs("commit");
	await send(promise);
	await inState(victim.page, "closed");
	expect(await ending()).toBe("alarmed");
	await part();

	// An honest exchange is recorded, and played again to the next one.
	await meet();
	const own = { step: "commit", version: 1, sum: "cd".repeat(32) };
	await send(JSON.stringify({ type: "verify", body: own }));
	const reveal = await theirs("reveal");
	await part();
	await meet();
	await send(promise);
	await send(reveal);
	await inState(victim.page, "closed");
	expect(await ending()).toBe("alarmed");
	await part();
});

test("whoever leaves out the check is never called verified", async () => {
	const { victim, attacker, meet, part } = hostility;
	await meet();
	await attacker.evaluate(() =>
		window.hostile.peer.say("control", {
			type: "verify",
			body: { step: "scanned" },
		}),
	);
	await attacker.evaluate(() =>
		window.hostile.peer.say("chat", { type: "say", id: 1, text: "trust me" }),
	);
	expect(await heard(victim.page)).toBe("trust me");
	await victim.page
		.locator("[data-testid=safety][data-standing=waiting]")
		.waitFor({ state: "attached" });
	expect(await by(victim.page, "safety-number").count()).toBe(0);
	await part();
});

test("an old reply is refused, and codes that unpack into ever more are read at once", async () => {
	const { victim, attacker, meet, part } = hostility;
	const { page } = victim;
	await meet();
	const old = await attacker.evaluate(() => window.hostile.reply);
	await part();
	await begin(page, server.url);
	await by(page, "their-code").fill(old);
	expect(await problem(page)).toBe("otherInvite");
	for (const bomb of await attacker.evaluate(() => window.hostile.bombs())) {
		const startedAt = Date.now();
		await by(page, "their-code").fill(bomb);
		await expect.poll(() => problem(page)).toBe("damaged");
		expect(Date.now() - startedAt).toBeLessThan(3_000);
	}
	const health = await victim.health();
	expect(health.stalledMs).toBeLessThan(2_000);
	expect(health.heapBytes).toBeLessThan(30_000_000);
});
