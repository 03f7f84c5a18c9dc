// Somebody connected whose browser sends messages of many megabytes, as if it had been asked to: the page is alive
// afterwards, its memory bounded, and its word clear.

import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { hasFirefox } from "./support/firefox.ts";
import { createHostility, type Hostility } from "./support/hostile.ts";
import { by, inState, say } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

const mega = 1_000_000;

describe.runIf(hasFirefox)("giant messages", () => {
	let server: Server;
	let hostility: Hostility;

	beforeAll(async () => {
		server = await serve(inject("builtApp"));
		hostility = await createHostility(server.url, "firefox");
	});

	afterAll(async () => {
		await hostility?.close();
		await server?.stop();
	});

	const send = (count: number, bytes: number) =>
		hostility.attacker.evaluate(
			([many, size]) =>
				window.hostile.peer.flood("chat", many, () => "x".repeat(size)),
			[count, bytes] as const,
		);

	test("the third that gets through ends the session", async () => {
		const { victim, meet, part } = hostility;
		await meet();
		const before = await victim.health();
		await send(4, 3 * mega);
		await inState(victim.page, "closed");
		const status = by(victim.page, "status");
		expect(await status.getAttribute("data-ending")).toBe("flooded");
		const after = await victim.health();
		expect(after.heapBytes - before.heapBytes).toBeLessThan(20 * mega);
		await part();
		expect(victim.problems).toEqual([]);
	});

	test("one that the browser does not let through harms nothing", async () => {
		const { victim, attacker, meet, part } = hostility;
		await meet();
		const before = await victim.health();
		await send(1, 100 * mega);
		await victim.page.waitForTimeout(1_500);
		const after = await victim.health();
		process.stdout.write(
			`a message of 100 MB: heap ${(before.heapBytes / mega).toFixed(1)} → ${(after.heapBytes / mega).toFixed(1)} MB, resident ${Math.round((before.residentBytes ?? 0) / mega)} → ${Math.round((after.residentBytes ?? 0) / mega)} MB, stalled ${Math.round(after.stalledMs)} ms\n`,
		);
		expect(after.stalledMs).toBeLessThan(2_000);
		expect(after.heapBytes - before.heapBytes).toBeLessThan(20 * mega);
		if (before.residentBytes !== null && after.residentBytes !== null)
			expect(after.residentBytes - before.residentBytes).toBeLessThan(
				50 * mega,
			);
		await say(victim.page, "still here");
		await expect
			.poll(() =>
				attacker.evaluate(() => window.hostile.peer.heard.chat.join("\n")),
			)
			.toContain("still here");
		await part();
		expect(victim.problems).toEqual([]);
	});
});
