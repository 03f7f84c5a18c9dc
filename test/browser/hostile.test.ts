// Somebody connected who knows the wire and keeps to none of its rules: what is wrong changes nothing, and nothing of it
// reaches the page but as text.

import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createHostility, type Hostility } from "./support/hostile.ts";
import { by, heard, inState, say } from "./support/pigeon.ts";
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

test("what is wrong on any channel changes nothing: the two can still write to each other", async () => {
	const { victim, attacker, meet, part } = hostility;
	const { page } = victim;
	await meet();
	const nonsense: readonly (readonly ["control" | "chat" | "files", string])[] =
		[
			["control", "{"],
			["control", "[]"],
			["control", '{"type":"__proto__"}'],
			["control", '{"type":"hello","version":0}'],
			// Older than anything there ever was, and newer than anything there is.
			["control", '{"type":"hello","version":999999}'],
			[
				"control",
				'{"type":"description","kind":"offer","sdp":"v=0\\r\\n","round":1}',
			],
			["control", '{"type":"description","kind":"answer","sdp":"","round":1}'],
			["control", '{"type":"candidate","candidate":"candidate:x","mid":"0"}'],
			[
				"control",
				'{"type":"candidate","candidate":"candidate:1 1 udp 1 256.1.1.1 1 typ host","mid":"99"}',
			],
			["control", '{"type":"refused","round":7}'],
			["control", '{"type":"wish","restart":"yes","round":-1}'],
			["control", '{"type":"wish","restart":true,"round":999999}'],
			["control", '{"type":"spare","code":"PGNA"}'],
			["control", '{"type":"media","microphone":"yes","camera":{}}'],
			[
				"control",
				'{"type":"verify","body":{"step":"commit","version":1,"sum":"00"}}',
			],
			["chat", '{"type":"say","id":"a","text":"no"}'],
			["chat", '{"type":"say","id":1e99,"text":"no"}'],
			["chat", `{"type":"say","id":7,"text":"${"x".repeat(8_001)}"}`],
			["chat", '{"type":"got","id":99}'],
			["files", "{"],
			["files", '{"type":"go","id":1,"blocks":1,"root":"00"}'],
			["files", '{"type":"complete","id":1}'],
		];
	await attacker.evaluate(async (rows) => {
		const { peer } = window.hostile;
		for (const [channel, data] of rows) peer.channels[channel].send(data);
		for (const channel of Object.values(peer.channels))
			channel.send(new Uint8Array(2_000));
		// Somebody else's description, and their own with everything in it that they can think of.
		const other = new RTCPeerConnection();
		other.addTransceiver("video");
		await other.setLocalDescription();
		const sdp = other.localDescription?.sdp ?? "";
		const mine = peer.connection.localDescription?.sdp ?? "";
		const own = mine.replace(
			"m=application",
			"m=video 9 UDP/TLS/RTP/SAVPF 0\r\na=garbage\r\nm=application",
		);
		const [print = ""] = /a=fingerprint:.*\r\n/.exec(sdp) ?? [];
		for (const [round, text] of [
			sdp,
			own,
			`${own}${"a=x\r\n".repeat(9_000)}`,
			// All theirs, but for the certificate: whoever has the other one would be let in.
			mine.replace(/a=fingerprint:.*\r\n/, print),
			mine.replace(/a=fingerprint:.*\r\n/, (first) => first + print),
			mine.replace("a=fingerprint:", `${print}a=fingerprint:`),
		].entries())
			peer.say("control", {
				type: "description",
				kind: "offer",
				sdp: text,
				round,
			});
		other.close();
		// Channels that nobody has agreed on.
		for (const id of [3, 5, 77]) {
			const wrong = peer.connection.createDataChannel(`wrong ${id}`, {
				negotiated: true,
				id,
			});
			if (wrong.readyState !== "open")
				await new Promise((done) => wrong.addEventListener("open", done));
			wrong.send("hello?");
		}
		const more = peer.connection.createDataChannel("more");
		await new Promise((done) => more.addEventListener("close", done));
	}, nonsense);
	await say(page, "still there");
	await expect
		.poll(() =>
			attacker.evaluate(() => window.hostile.peer.heard.chat.join("\n")),
		)
		.toContain("still there");
	await attacker.evaluate(() =>
		window.hostile.peer.say("chat", { type: "say", id: 1, text: "so am I" }),
	);
	expect(await heard(page)).toBe("so am I");
	await inState(page, "connected");

	// Names and words that turn the text around them, or take no room at all.
	await attacker.evaluate(() => {
		const { peer } = window.hostile;
		const file = {
			token: "hostile0123456789abc",
			folders: ["..", "\u202E"],
			bytes: 1,
			type: "text/html",
			modifiedAt: 0,
		};
		const names = [
			"photo\u202Egpj.exe",
			"\u200B\u2060",
			"<img src=x onerror=alert(1)>.html",
		];
		for (const [id, name] of names.entries())
			peer.say("files", {
				type: "announce",
				file: { ...file, id, batch: id, name, token: `${file.token}${id}` },
			});
		peer.say("chat", {
			type: "say",
			id: 2,
			text: "\u202Eesrever <script>alert(1)</script> <img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a?b=1.",
		});
	});
	await heard(page, 2);
	const list = by(page, "file-list");
	await list.getByText("photogpj").waitFor();
	const names = await list.locator("[data-state]").allTextContents();
	expect(names).toHaveLength(3);
	const shown = names.join(" ");
	expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u2060]/);
	const log = by(page, "chat-log");
	expect(await log.locator("img, script").count()).toBe(0);
	expect(await page.locator("img[src=x]").count()).toBe(0);
	expect(await page.locator("a[href^=javascript]").count()).toBe(0);
	// Only web addresses become links, and these tell nobody where they came from.
	const link = log.locator("a");
	expect(await link.count()).toBe(1);
	expect(await link.getAttribute("href")).toBe("https://example.org/a?b=1");
	expect(await link.getAttribute("rel")).toContain("noopener");
	// What turns the text around ends with the message that it is in.
	const box = page.locator("[data-testid=chat-log] [data-from=them] p").nth(1);
	expect(
		await box.evaluate((one) => getComputedStyle(one).unicodeBidi),
	).toMatch(/isolate|plaintext/);
	await part();
	expect(victim.problems).toEqual([]);
});
