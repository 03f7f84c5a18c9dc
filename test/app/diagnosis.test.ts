// Why it does not connect: the browser is asked only while somebody waits or looks.

import { signal as cell } from "@preact/signals-core";
import { expect, test } from "vitest";
import type { Sheet } from "../../src/app/call-stage.ts";
import { createDiagnosis } from "../../src/app/diagnosis.ts";
import type { Platform } from "../../src/app/platform.ts";
import type { State } from "../../src/peer/machine.ts";
import { createClock } from "../fakes/clock.ts";

function diagnosed(first: State) {
	const clock = createClock();
	const state = cell<State>(first);
	const sheet = cell<Sheet | null>(null);
	let count = 0;
	const { isOpen } = createDiagnosis(
		clock as unknown as Platform,
		{
			state,
			ending: cell(null),
			problem: cell(null),
			async facts() {
				count += 1;
				return null;
			},
		},
		{ code: cell(null), takenAt: cell(0) },
		sheet,
		new AbortController().signal,
	);
	/** How often the browser is asked in ten seconds. */
	const asked = () => {
		count = 0;
		clock.pass(10_000);
		return count;
	};
	return { state, sheet, isOpen, asked };
}

test("nobody is asked before somebody waits, or opens the details", () => {
	const { state, isOpen, asked } = diagnosed("inviting");
	expect(asked()).toBe(0);
	isOpen.value = true;
	expect(asked()).toBe(5);
	isOpen.value = false;
	expect(asked()).toBe(0);
	state.value = "joining";
	expect(asked()).toBe(5);
});

test("in a call the browser is asked as long as the panel is there, however it is closed", () => {
	const { sheet, asked } = diagnosed("connected");
	expect(asked()).toBe(0);
	sheet.value = "details";
	expect(asked()).toBe(5);
	sheet.value = null;
	expect(asked()).toBe(0);
});

test("details that were left open are not asked for where they cannot be seen", () => {
	const { state, sheet, isOpen, asked } = diagnosed("inviting");
	isOpen.value = true;
	state.value = "connected";
	expect(asked()).toBe(0);
	sheet.value = "more";
	expect(asked()).toBe(5);
	state.value = "closed";
	expect(asked()).toBe(0);
});
