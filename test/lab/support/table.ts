// What each cell gave, as Markdown: one line for each network or trouble, one column for each pair of browsers.

import { appendFile, readFile } from "node:fs/promises";

export type Row = {
	readonly about: string;
	readonly pair: string;
	readonly outcome: string;
};

export function addRow(file: string, row: Row): Promise<void> {
	return appendFile(file, `${JSON.stringify(row)}\n`);
}

export async function readRows(file: string): Promise<readonly Row[]> {
	const text = await readFile(file, "utf8");
	return text
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Row);
}

export function table(rows: readonly Row[]): string {
	const pairs = [...new Set(rows.map(({ pair }) => pair))];
	const abouts = [...new Set(rows.map(({ about }) => about))];
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	const outcomeOf = (about: string, pair: string) =>
		rows.findLast((row) => row.about === about && row.pair === pair)?.outcome;
	return `${[
		line(["", ...pairs]),
		line(["---", ...pairs.map(() => "---")]),
		...abouts.map((about) =>
			line([about, ...pairs.map((pair) => outcomeOf(about, pair) ?? "–")]),
		),
	].join("\n")}\n`;
}
