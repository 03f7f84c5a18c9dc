import { expect, test } from "vitest";
import {
	type Event,
	endingOf,
	next,
	rules,
	type State,
} from "../../src/peer/machine.ts";

const events: readonly Event[] = [
	"gathered",
	"found",
	"tookInvite",
	"tookReply",
	"tookFresh",
	"tookStale",
	"refused",
	"opened",
	"unsettled",
	"settled",
	"lost",
	"formerBack",
	"networkChanged",
	"graceOver",
	"hopeless",
	"outdated",
	"gaveUp",
	"keepOn",
	"reconnect",
	"died",
	"failed",
	"bye",
	"hungUp",
];

const states = Object.keys(rules) as State[];

function cell(state: State, event: Event): string {
	const move = next(state, event);
	return move ? [move.target, ...move.effects].join(" ") : "-";
}

function matrix(): string {
	return states
		.map((state) =>
			[
				`${state}:`,
				...events.map((event) => `  ${event} → ${cell(state, event)}`),
			].join("\n"),
		)
		.join("\n");
}

test("every state answers every event as written here, ignoring included", () => {
	expect(matrix()).toMatchInlineSnapshot(`
		"gathering:
		  gathered → inviting writeCode
		  found → -
		  tookInvite → preparing startWaiting applyTheirs
		  tookReply → -
		  tookFresh → -
		  tookStale → -
		  refused → -
		  opened → -
		  unsettled → -
		  settled → -
		  lost → -
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  networkChanged → -
		  graceOver → -
		  hopeless → -
		  outdated → -
		  gaveUp → -
		  keepOn → -
		  reconnect → -
		  died → gathering stopWaiting forgetTheirs renewLink
		  failed → closed stopWaiting stopGrace release
		  bye → -
		  hungUp → closed stopWaiting stopGrace release
		preparing:
		  gathered → answering writeCode
		  found → -
		  tookInvite → -
		  tookReply → -
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → -
		  refused → gathering stopWaiting forgetTheirs
		  opened → connected stopWaiting stopGrace greet
		  unsettled → -
		  settled → -
		  lost → -
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  networkChanged → -
		  graceOver → -
		  hopeless → -
		  outdated → -
		  gaveUp → -
		  keepOn → -
		  reconnect → -
		  died → preparing stopWaiting renewLink startWaiting applyTheirs
		  failed → closed stopWaiting stopGrace release
		  bye → -
		  hungUp → closed stopWaiting stopGrace release
		inviting:
		  gathered → -
		  found → inviting improveCode
		  tookInvite → answering startWaiting applyTheirs writeCode
		  tookReply → joining startWaiting applyTheirs
		  tookFresh → -
		  tookStale → -
		  refused → -
		  opened → -
		  unsettled → -
		  settled → -
		  lost → -
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  networkChanged → -
		  graceOver → -
		  hopeless → -
		  outdated → gathering stopWaiting forgetTheirs renewLink
		  gaveUp → -
		  keepOn → -
		  reconnect → -
		  died → gathering stopWaiting forgetTheirs renewLink
		  failed → closed stopWaiting stopGrace release
		  bye → -
		  hungUp → closed stopWaiting stopGrace release
		answering:
		  gathered → -
		  found → answering improveCode
		  tookInvite → -
		  tookReply → joining
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → gathering stopWaiting forgetTheirs renewLink
		  refused → inviting stopWaiting forgetTheirs writeCode
		  opened → connected stopWaiting stopGrace greet
		  unsettled → -
		  settled → -
		  lost → -
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  networkChanged → -
		  graceOver → -
		  hopeless → -
		  outdated → -
		  gaveUp → stalled stopWaiting
		  keepOn → -
		  reconnect → -
		  died → preparing stopWaiting renewLink startWaiting applyTheirs
		  failed → closed stopWaiting stopGrace release
		  bye → -
		  hungUp → closed stopWaiting stopGrace release
		joining:
		  gathered → -
		  found → -
		  tookInvite → -
		  tookReply → -
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → gathering stopWaiting forgetTheirs renewLink
		  refused → inviting stopWaiting forgetTheirs writeCode
		  opened → connected stopWaiting stopGrace greet
		  unsettled → -
		  settled → -
		  lost → -
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  networkChanged → -
		  graceOver → -
		  hopeless → -
		  outdated → -
		  gaveUp → closed stopWaiting stopGrace release
		  keepOn → -
		  reconnect → -
		  died → gathering stopWaiting forgetTheirs renewLink
		  failed → closed stopWaiting stopGrace release
		  bye → -
		  hungUp → closed stopWaiting stopGrace release
		stalled:
		  gathered → -
		  found → -
		  tookInvite → -
		  tookReply → joining startWaiting
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → gathering stopWaiting forgetTheirs renewLink
		  refused → -
		  opened → connected stopWaiting stopGrace greet
		  unsettled → -
		  settled → -
		  lost → -
		  formerBack → connected stopWaiting stopGrace returnToFormer
		  networkChanged → -
		  graceOver → -
		  hopeless → -
		  outdated → -
		  gaveUp → -
		  keepOn → answering startWaiting
		  reconnect → -
		  died → preparing stopWaiting renewLink startWaiting applyTheirs
		  failed → closed stopWaiting stopGrace release
		  bye → -
		  hungUp → closed stopWaiting stopGrace release
		connected:
		  gathered → -
		  found → -
		  tookInvite → -
		  tookReply → -
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → -
		  refused → -
		  opened → -
		  unsettled → recovering startGrace
		  settled → -
		  lost → recovering startGrace restartIce
		  formerBack → -
		  networkChanged → connected restartIce
		  graceOver → -
		  hopeless → -
		  outdated → -
		  gaveUp → -
		  keepOn → -
		  reconnect → -
		  died → severed
		  failed → -
		  bye → closed stopWaiting stopGrace release
		  hungUp → closed stopGrace sayBye release
		recovering:
		  gathered → -
		  found → -
		  tookInvite → -
		  tookReply → -
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → -
		  refused → -
		  opened → -
		  unsettled → -
		  settled → connected stopGrace
		  lost → recovering restartIce
		  formerBack → -
		  networkChanged → recovering restartIce
		  graceOver → recovering restartIce
		  hopeless → severed
		  outdated → -
		  gaveUp → -
		  keepOn → -
		  reconnect → gathering stopWaiting forgetTheirs renewLink
		  died → severed stopGrace
		  failed → -
		  bye → closed stopWaiting stopGrace release
		  hungUp → closed stopGrace sayBye release
		severed:
		  gathered → -
		  found → -
		  tookInvite → -
		  tookReply → -
		  tookFresh → preparing stopWaiting renewLink startWaiting applyTheirs
		  tookStale → -
		  refused → -
		  opened → -
		  unsettled → -
		  settled → connected stopGrace
		  lost → -
		  formerBack → -
		  networkChanged → severed restartIce
		  graceOver → severed restartIce
		  hopeless → -
		  outdated → -
		  gaveUp → -
		  keepOn → -
		  reconnect → gathering stopWaiting forgetTheirs renewLink
		  died → severed stopGrace
		  failed → -
		  bye → closed stopWaiting stopGrace release
		  hungUp → closed stopGrace sayBye release
		closed:
		  gathered → -
		  found → -
		  tookInvite → -
		  tookReply → -
		  tookFresh → -
		  tookStale → -
		  refused → -
		  opened → -
		  unsettled → -
		  settled → -
		  lost → -
		  formerBack → -
		  networkChanged → -
		  graceOver → -
		  hopeless → -
		  outdated → -
		  gaveUp → -
		  keepOn → -
		  reconnect → -
		  died → -
		  failed → -
		  bye → -
		  hungUp → -"
	`);
});

test("whatever happens in whatever order, hanging up closes and releases, once", () => {
	let seed = 7;
	const random = (below: number) => {
		seed = (seed * 48_271) % 2_147_483_647;
		return seed % below;
	};
	for (let walk = 0; walk < 2_000; walk += 1) {
		let state: State = "gathering";
		let releases = 0;
		let isWaiting = false;
		let isInGrace = false;
		let isApplied = false;
		const step = (event: Event) => {
			const move = next(state, event);
			if (!move) return;
			for (const effect of move.effects) {
				if (effect === "release") releases += 1;
				if (effect === "startWaiting") isWaiting = true;
				if (effect === "stopWaiting") isWaiting = false;
				if (effect === "startGrace") isInGrace = true;
				if (effect === "stopGrace") isInGrace = false;
				if (effect === "applyTheirs" || effect === "renewLink")
					isApplied = effect === "applyTheirs";
			}
			state = move.target;
			const isExchanging =
				state === "preparing" || state === "answering" || state === "joining";
			expect(isWaiting).toBe(isExchanging);
			if (isExchanging) expect(isApplied).toBe(true);
			if (state === "recovering") expect(isInGrace).toBe(true);
			if (state === "connected" || state === "closed")
				expect(isInGrace).toBe(false);
		};
		for (let count = 0; count < 30; count += 1)
			step(events[random(events.length - 1)] ?? "died");
		step("hungUp");
		expect(state).toBe("closed");
		expect(releases).toBe(1);
	}
});

test("how a session ended is told from what happened", () => {
	expect(endingOf("hungUp")).toBe("byMe");
	expect(endingOf("bye")).toBe("byThem");
	expect(endingOf("gaveUp")).toBe("unreachable");
	expect(endingOf("failed")).toBe("died");
});

test("whoever was connected once is only let go by a word of one of the two", () => {
	for (const state of ["connected", "recovering", "severed"] as const)
		for (const event of events)
			if (next(state, event)?.target === "closed")
				expect(["bye", "hungUp"]).toContain(event);
});
