import { expect, test } from "vitest";
import { holdNotes } from "../../src/shell/hold-tone.ts";

test("the tone is soft, begins without a click, and its end meets its beginning", () => {
	const notes = holdNotes();
	const loudest = notes.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
	expect(loudest).toBeGreaterThan(0.05);
	expect(loudest).toBeLessThan(0.17);
	expect(notes[0]).toBe(0);
	expect(Math.abs(notes.at(-1) ?? 1)).toBeLessThan(0.001);
});
