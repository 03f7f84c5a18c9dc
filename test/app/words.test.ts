import { expect, test } from "vitest";
import { offerPassphrase } from "../../src/app/sealing.ts";
import { words } from "../../src/app/words.ts";

test("four words are 44 bits: 2,048 of them, all different, short and plain", () => {
	expect(new Set(words).size).toBe(2048);
	expect(words.length).toBe(2048);
	for (const word of words) expect(word).toMatch(/^[a-z]{3,7}$/);
});

test("every word can be offered, and each as likely as any other", () => {
	const offered = offerPassphrase((count) =>
		Uint32Array.from({ length: count }, (_, at) => 2 ** 32 - 1 - at),
	);
	expect(offered.split(" ")).toEqual(words.slice(-4).toReversed());
	// What a random number has too many of, no word has.
	expect(2 ** 32 % words.length).toBe(0);
});
