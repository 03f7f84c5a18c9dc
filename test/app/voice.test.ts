import { expect, test } from "vitest";
import { createVoice } from "../../src/app/voice.ts";
import { levelOf } from "../../src/media/ear.ts";

/** Ten levels a second, and what each of them came to. */
function hear(levels: readonly number[]): readonly boolean[] {
	const voice = createVoice();
	return levels.map((level, at) => voice(level, at * 100));
}

const times = (count: number, level: number) =>
	Array.from({ length: count }, () => level);

test("a voice is marked within a third of a second", () => {
	expect(hear(times(4, 0.6)).indexOf(true)).toBeLessThanOrEqual(3);
});

test("a knock on the table is no voice", () => {
	expect(hear([0, 0.9, 0, 0, 0])).not.toContain(true);
});

test("the mark stays between two words, and goes within a second after the last", () => {
	const heard = hear([...times(5, 0.6), ...times(6, 0), ...times(12, 0)]);
	expect(heard.slice(3, 11)).not.toContain(false);
	expect(heard.at(-1)).toBe(false);
	expect(heard.slice(16)).not.toContain(true);
});

test("a quiet room is silence, a voice at arm's length is not", () => {
	expect(levelOf(0)).toBe(0);
	expect(levelOf(0.002)).toBeLessThan(0.35);
	expect(levelOf(0.03)).toBeGreaterThan(0.35);
	expect(levelOf(1)).toBe(1);
});
