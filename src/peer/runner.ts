// Runs the machine: the only writer of the state. Takes one event at a time, so that what an effect
// causes waits for its turn; whatever breaks in an effect ends the session, and nothing else.

import {
	batch,
	signal as cell,
	type ReadonlySignal,
} from "@preact/signals-core";
import {
	type Effect,
	type Event,
	endingOf,
	next,
	type State,
} from "./machine.ts";
import type { Ending } from "./problem.ts";

export type Runner = {
	readonly state: ReadonlySignal<State>;
	readonly ending: ReadonlySignal<Ending | null>;
	post(event: Event): void;
};

export function createRunner(
	effects: Readonly<Record<Effect, () => void>>,
	report: (error: Error) => void,
): Runner {
	const state = cell<State>("gathering");
	const ending = cell<Ending | null>(null);
	const pending: Event[] = [];
	let isDraining = false;

	const step = (event: Event) => {
		const move = next(state.value, event);
		if (!move) return;
		if (move.target === "closed") ending.value = endingOf(event);
		// Whoever watches the state finds all of it done: the link in its place, and a way to speak.
		batch(() => {
			state.value = move.target;
			for (const effect of move.effects) effects[effect]();
		});
	};

	const post = (event: Event) => {
		pending.push(event);
		if (isDraining) return;
		isDraining = true;
		try {
			for (let each = pending.shift(); each; each = pending.shift()) step(each);
		} catch (cause) {
			pending.length = 0;
			report(new Error("A session broke", { cause }));
			if (state.value === "closed") return;
			ending.value = "broken";
			state.value = "closed";
			effects.release();
		} finally {
			isDraining = false;
		}
	};

	return { state, ending, post };
}
