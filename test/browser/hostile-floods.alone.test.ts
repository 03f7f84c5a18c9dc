// Somebody connected who sends without end. Afterwards the page is alive, its memory bounded, and its word clear.

import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createHostility, type Hostility } from "./support/hostile.ts";
import { by, inState } from "./support/pigeon.ts";
import { type Server, serve } from "./support/serve.ts";

const mega = 1_000_000;

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

/** Each runs in the attacker's page. */
type Flood = { readonly name: string; readonly run: () => Promise<unknown> };

const floods: readonly Flood[] = [
	{
		name: "messages that nobody knows",
		run: () => hostile().flood("control", 50_000, () => '{"type":"launch"}'),
	},
	{
		name: "long messages",
		// So many that a slow machine cannot let the allowance grow as fast as they come.
		run: () => hostile().flood("control", 1_500, () => "x".repeat(20_000)),
	},
	{
		name: "giant pieces of files",
		run() {
			const piece = new Uint8Array(262_000);
			return hostile().flood("files", 400, () => piece);
		},
	},
	{
		name: "chat",
		run: () =>
			hostile().flood("chat", 20_000, (id) =>
				JSON.stringify({ type: "say", id, text: `flood ${id}` }),
			),
	},
	{
		name: "chat of long messages",
		run: () =>
			hostile().flood("chat", 1_500, (id) =>
				JSON.stringify({ type: "say", id, text: "word ".repeat(1_590) }),
			),
	},
	{
		name: "signs of writing",
		run: () => hostile().flood("chat", 20_000, () => '{"type":"typing"}'),
	},
	{
		name: "codes of second links",
		async run() {
			const code = await hostile().invite();
			const text = JSON.stringify({ type: "spare", code });
			return hostile().flood("control", 20_000, () => text);
		},
	},
	{
		name: "offers to negotiate",
		run: () => {
			const sdp = hostile().connection.localDescription?.sdp ?? "";
			return hostile().flood("control", 5_000, (round) =>
				JSON.stringify({ type: "description", kind: "offer", sdp, round }),
			);
		},
	},
	{
		name: "addresses to knock at",
		run: () =>
			hostile().flood("control", 5_000, (index) => {
				const candidate = `candidate:${index} 1 udp 1 192.0.2.${index % 250} ${1_024 + index} typ host`;
				return JSON.stringify({ type: "candidate", candidate, mid: "0" });
			}),
	},
	{
		name: "offers of files",
		run: () =>
			hostile().flood("files", 60_000, (id) =>
				JSON.stringify({
					type: "announce",
					file: {
						id,
						token: `flood${String(id).padStart(20, "0")}`,
						batch: id,
						name: `file ${id}.txt`,
						folders: [],
						bytes: 1,
						type: "",
						modifiedAt: 0,
					},
				}),
			),
	},
	{
		name: "pieces of files that nobody wants",
		run: () => {
			const piece = new Uint8Array(2_000);
			return hostile().flood("files", 4_000, () => piece);
		},
	},
	{
		name: "channels",
		async run() {
			for (let count = 0; count < 200; count += 1)
				hostile().connection.createDataChannel(`more ${count}`);
		},
	},
];

/** Only there for the compiler: what it stands for is in the attacker's page. */
function hostile() {
	return window.hostile.peer;
}

const asScript = (run: Flood["run"]) =>
	`(() => {
		const hostile = () => window.hostile.peer;
		const flood = { ${/^(?:async )?run\(/.test(run.toString()) ? "" : "run: "}${run} };
		return flood.run();
	})()`;

const inMega = (bytes: number | null) => ((bytes ?? 0) / mega).toFixed(1);

test.each(floods)(
	"a flood of $name ends the session, and nothing else",
	async ({ name, run }) => {
		const { victim, attacker, meet, part } = hostility;
		const { page } = victim;
		await meet();
		const before = await victim.health();
		await attacker.evaluate(asScript(run));
		await inState(page, "closed");
		expect(await by(page, "status").getAttribute("data-ending")).toBe(
			"flooded",
		);
		expect(await by(page, "status").textContent()).toContain("hung up");
		const after = await victim.health();
		process.stdout.write(
			`flood of ${name}: stalled ${Math.round(after.stalledMs)} ms, heap ${inMega(before.heapBytes)} → ${inMega(after.heapBytes)} MB, resident ${inMega(before.residentBytes)} → ${inMega(after.residentBytes)} MB\n`,
		);
		expect(after.stalledMs).toBeLessThan(2_000);
		expect(after.heapBytes - before.heapBytes).toBeLessThan(20 * mega);
		expect(after.nodes).toBeLessThan(2_000);
		if (before.residentBytes !== null && after.residentBytes !== null)
			expect(after.residentBytes - before.residentBytes).toBeLessThan(
				150 * mega,
			);
		await part();
		expect(victim.problems).toEqual([]);
	},
);
