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
	"tookInvite",
	"tookReply",
	"refused",
	"opened",
	"unsettled",
	"settled",
	"lost",
	"graceOver",
	"gaveUp",
	"keepOn",
	"died",
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
		  tookInvite → preparing startWaiting applyTheirs
		  tookReply → -
		  refused → -
		  opened → -
		  unsettled → -
		  settled → -
		  lost → -
		  graceOver → -
		  gaveUp → -
		  keepOn → -
		  died → closed release
		  bye → -
		  hungUp → closed release
		preparing:
		  gathered → answering writeCode
		  tookInvite → -
		  tookReply → -
		  refused → gathering stopWaiting
		  opened → connected stopWaiting greet
		  unsettled → -
		  settled → -
		  lost → -
		  graceOver → -
		  gaveUp → -
		  keepOn → -
		  died → closed release
		  bye → -
		  hungUp → closed release
		inviting:
		  gathered → -
		  tookInvite → answering startWaiting applyTheirs writeCode
		  tookReply → joining startWaiting applyTheirs
		  refused → -
		  opened → -
		  unsettled → -
		  settled → -
		  lost → -
		  graceOver → -
		  gaveUp → -
		  keepOn → -
		  died → closed release
		  bye → -
		  hungUp → closed release
		answering:
		  gathered → -
		  tookInvite → -
		  tookReply → joining
		  refused → inviting stopWaiting writeCode
		  opened → connected stopWaiting greet
		  unsettled → -
		  settled → -
		  lost → -
		  graceOver → -
		  gaveUp → stalled stopWaiting
		  keepOn → -
		  died → closed release
		  bye → -
		  hungUp → closed release
		joining:
		  gathered → -
		  tookInvite → -
		  tookReply → -
		  refused → inviting stopWaiting writeCode
		  opened → connected stopWaiting greet
		  unsettled → -
		  settled → -
		  lost → -
		  graceOver → -
		  gaveUp → closed release
		  keepOn → -
		  died → closed release
		  bye → -
		  hungUp → closed release
		stalled:
		  gathered → -
		  tookInvite → -
		  tookReply → -
		  refused → -
		  opened → connected greet
		  unsettled → -
		  settled → -
		  lost → -
		  graceOver → -
		  gaveUp → -
		  keepOn → answering startWaiting
		  died → closed release
		  bye → -
		  hungUp → closed release
		connected:
		  gathered → -
		  tookInvite → -
		  tookReply → -
		  refused → -
		  opened → -
		  unsettled → recovering startGrace
		  settled → -
		  lost → recovering startGrace restartIce
		  graceOver → -
		  gaveUp → -
		  keepOn → -
		  died → closed release
		  bye → closed release
		  hungUp → closed sayBye release
		recovering:
		  gathered → -
		  tookInvite → -
		  tookReply → -
		  refused → -
		  opened → -
		  unsettled → -
		  settled → connected stopGrace
		  lost → recovering restartIce
		  graceOver → recovering restartIce
		  gaveUp → closed stopGrace release
		  keepOn → -
		  died → closed stopGrace release
		  bye → closed stopGrace release
		  hungUp → closed stopGrace sayBye release
		closed:
		  gathered → -
		  tookInvite → -
		  tookReply → -
		  refused → -
		  opened → -
		  unsettled → -
		  settled → -
		  lost → -
		  graceOver → -
		  gaveUp → -
		  keepOn → -
		  died → -
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
		const step = (event: Event) => {
			const move = next(state, event);
			if (!move) return;
			for (const effect of move.effects) {
				if (effect === "release") releases += 1;
				if (effect === "startWaiting") isWaiting = true;
				if (effect === "stopWaiting" || effect === "release") isWaiting = false;
				if (effect === "startGrace") isInGrace = true;
				if (effect === "stopGrace" || effect === "release") isInGrace = false;
			}
			state = move.target;
			expect(isWaiting).toBe(
				state === "preparing" || state === "answering" || state === "joining",
			);
			expect(isInGrace).toBe(state === "recovering");
		};
		for (let count = 0; count < 30; count += 1)
			step(events[random(events.length - 1)] ?? "died");
		step("hungUp");
		expect(state).toBe("closed");
		expect(releases).toBe(1);
	}
});

test("how a session ended is told from what it was doing and what happened", () => {
	expect(endingOf("connected", "hungUp")).toBe("byMe");
	expect(endingOf("connected", "bye")).toBe("byThem");
	expect(endingOf("recovering", "gaveUp")).toBe("lost");
	expect(endingOf("connected", "died")).toBe("lost");
	expect(endingOf("joining", "gaveUp")).toBe("unreachable");
	expect(endingOf("inviting", "died")).toBe("died");
});
