import { expect, test } from "vitest";
import type { Effect } from "../../src/peer/machine.ts";
import { createRunner } from "../../src/peer/runner.ts";

const names: readonly Effect[] = [
	"writeCode",
	"improveCode",
	"applyTheirs",
	"forgetTheirs",
	"renewLink",
	"returnToFormer",
	"startWaiting",
	"stopWaiting",
	"greet",
	"startGrace",
	"stopGrace",
	"restartIce",
	"openSpare",
	"restSpare",
	"adoptSpare",
	"sayBye",
	"release",
];

function listen(special: Partial<Record<Effect, () => void>> = {}) {
	const ran: Effect[] = [];
	const reported: Error[] = [];
	const effects = Object.fromEntries(
		names.map((name) => [
			name,
			() => {
				ran.push(name);
				special[name]?.();
			},
		]),
	) as Record<Effect, () => void>;
	const runner = createRunner(effects, (error) => reported.push(error));
	return { ran, reported, runner };
}

test("effects run in the order of the table, the state is already the new one", () => {
	const seen: string[] = [];
	const { ran, runner } = listen({
		applyTheirs: () => seen.push(runner.state.value),
	});
	runner.post("gathered");
	runner.post("tookInvite");
	expect(ran).toEqual([
		"writeCode",
		"startWaiting",
		"applyTheirs",
		"writeCode",
	]);
	expect(seen).toEqual(["answering"]);
});

test("what an effect causes waits until the present event is done", () => {
	const { ran, runner } = listen({ applyTheirs: () => runner.post("opened") });
	runner.post("gathered");
	runner.post("tookInvite");
	expect(ran.slice(2)).toEqual([
		"applyTheirs",
		"writeCode",
		"stopWaiting",
		"stopGrace",
		"greet",
	]);
	expect(runner.state.value).toBe("connected");
});

test("an effect that breaks ends the session, is reported, and no event comes after it", () => {
	const fault = new Error("x");
	const { ran, reported, runner } = listen({
		greet: () => {
			runner.post("bye");
			throw fault;
		},
	});
	for (const event of ["gathered", "tookReply", "opened"] as const)
		runner.post(event);
	expect(runner.state.value).toBe("closed");
	expect(runner.ending.value).toBe("broken");
	expect(ran.filter((name) => name === "release")).toHaveLength(1);
	expect(reported[0]?.cause).toBe(fault);
	runner.post("hungUp");
	expect(runner.ending.value).toBe("broken");
});
