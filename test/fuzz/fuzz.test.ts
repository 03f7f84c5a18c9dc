// Every parser of what comes from outside, fed with anything: a few seconds here, a minute in CI, an hour by command.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeTargets } from "./codes.ts";
import { messageTargets } from "./messages.ts";
import { feed, readCorpus, type Target } from "./target.ts";
import { wordTargets } from "./words.ts";

const targets = [...codeTargets, ...messageTargets, ...wordTargets];
const corpus = fileURLToPath(new URL("../corpus/", import.meta.url));

/** For all of them together. */
const { FUZZ_MS = "6000" } = process.env;
const eachMs = Number(FUZZ_MS) / targets.length;
const timeoutMs = 2 * eachMs + 20_000;

test.each(targets)(
	"nothing breaks the parser of $name",
	(target) => feed(target, join(corpus, `${target.name}.json`), eachMs),
	timeoutMs,
);

test("what breaks a parser is kept, and tried first the next time", () => {
	const folder = mkdtempSync(join(tmpdir(), "pigeon-corpus-"));
	const file = join(folder, "new", "broken.json");
	const tried: string[] = [];
	const broken: Target = {
		name: "broken",
		inputs: fc.string({ minLength: 3 }),
		check(input) {
			tried.push(input);
			if (input.length >= 3) throw new Error("too long for me");
		},
	};
	expect(() => feed(broken, file, 5_000)).toThrow("too long for me");
	const kept = readCorpus(file);
	expect(kept).toHaveLength(1);
	tried.length = 0;
	expect(() => feed(broken, file, 5_000)).toThrow("too long for me");
	expect(tried).toEqual(kept);
	rmSync(folder, { recursive: true });
});
