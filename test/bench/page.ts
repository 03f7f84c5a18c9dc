// How quickly the first screen is there, and what Lighthouse finds to say about it: `npm run bench:page [-- RUNS]`.
// The built page, compressed as hosts do it, on Lighthouse's mid-range phone: four times slower, 1.6 Mbit/s, 150 ms away.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallBrowser } from "../browser/support/find-browser.ts";
import { judge, type Verdict } from "../browser/support/lighthouse.ts";
import { serve } from "../browser/support/serve.ts";
import { buildApp } from "./files-browsers.ts";

const runs = Number(process.argv[3] ?? "3");
const folder = await mkdtemp(join(tmpdir(), "pigeon-page-"));
await buildApp(folder);
const server = await serve(folder, "/", { compresses: true });
const browser = findOrInstallBrowser("chromium");

const verdicts: Verdict[] = [];
for (let run = 0; run < runs; run += 1)
	verdicts.push(await judge(server.url, browser));
await server.stop();
await rm(folder, { recursive: true });

const median = (values: readonly number[]): number =>
	values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ??
	Number.NaN;

const row = (name: string, of: (one: Verdict) => number, digits: number) => {
	const values = verdicts.map(of);
	const shown = [median(values), Math.min(...values), Math.max(...values)].map(
		(value) => value.toFixed(digits),
	);
	return `| ${name} | ${shown.join(" | ")} |`;
};

const [first] = verdicts;
const lines = [
	`| ${runs} runs | median | least | most |`,
	"| --- | --: | --: | --: |",
	...Object.keys(first?.scores ?? {}).map((name) =>
		row(name, ({ scores }) => scores[name] ?? Number.NaN, 0),
	),
	...Object.keys(first?.figures ?? {}).map((name) =>
		row(
			name === "cumulative-layout-shift" ? name : `${name}, ms`,
			({ figures }) => figures[name] ?? Number.NaN,
			name === "cumulative-layout-shift" ? 3 : 0,
		),
	),
	"",
	...new Set(verdicts.flatMap(({ lost }) => lost)),
];
process.stdout.write(`${lines.join("\n")}\n`);
process.exit(0);
