// One parser that is fed with anything, and the corpus of what once broke it: tried first, from then on for ever.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import fc from "fast-check";

export type Target = {
	/** Also the name of its file in the corpus. */
	readonly name: string;
	readonly inputs: fc.Arbitrary<string>;
	/** Throws where the parser does, or where what it gives must not be given. */
	readonly check: (input: string) => void;
};

export function holds(isTrue: boolean): void {
	if (!isTrue) throw new Error("What must always hold does not");
}

export function readCorpus(file: string): readonly string[] {
	return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

function addToCorpus(file: string, input: string): void {
	const all = [...new Set([...readCorpus(file), input])];
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(all, null, "\t")}\n`);
}

export function feed(
	{ inputs, check }: Target,
	corpusFile: string,
	forMs: number,
): void {
	for (const input of readCorpus(corpusFile)) check(input);
	const details = fc.check(fc.property(inputs, check), {
		numRuns: 1_000_000_000,
		interruptAfterTimeLimit: forMs,
		markInterruptAsFailure: false,
	});
	if (!details.failed) return;
	const input = details.counterexample?.[0];
	if (input !== undefined) addToCorpus(corpusFile, input);
	const cause = details.errorInstance;
	throw new Error(`${fc.defaultReportMessage(details)}\n${cause}`, { cause });
}
