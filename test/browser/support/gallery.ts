// The pictures of the walks on one page, in the order in which they were taken: for looking at, not for a machine.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";

type Shot = { readonly file: string; readonly step: string };
type Row = { readonly title: string; readonly shots: Shot[] };

export type Gallery = {
	/** Begins a row; what it gives takes the pictures in it. */
	row(title: string): (page: Page, step: string) => Promise<void>;
	write(): Promise<void>;
};

export function createGallery(folder: string): Gallery {
	const rows: Row[] = [];
	return {
		row(title) {
			const row: Row = { title, shots: [] };
			rows.push(row);
			const number = rows.length;
			return async (page, step) => {
				await mkdir(folder, { recursive: true });
				const file = `${number}-${row.shots.length + 1}-${step}.jpg`;
				await page.screenshot({
					path: join(folder, file),
					type: "jpeg",
					quality: 85,
				});
				row.shots.push({ file, step: step.replaceAll("-", " ") });
			};
		},
		write: () => writeFile(join(folder, "index.html"), pageOf(rows)),
	};
}

const pageOf = (rows: readonly Row[]) => `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Pigeon, step by step</title>
<style>
	body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; background: #eceae5; color: #1b2126; }
	section > div { display: flex; gap: 1.5rem; overflow-x: auto; padding-bottom: 1.5rem; align-items: end; }
	figure { margin: 0; flex: none; }
	img { display: block; height: 28rem; border-radius: 10px; box-shadow: 0 2px 16px rgb(0 0 0 / 20%); }
	figcaption { padding-top: 0.5rem; }
</style>
<h1>Pigeon, step by step</h1>
${rows.map(rowOf).join("\n")}
`;

const rowOf = ({ title, shots }: Row) => `<section>
<h2>${title}</h2>
<div>
${shots
	.map(
		({ file, step }, at) =>
			`<figure><a href="${file}"><img src="${file}" alt="${step}" loading="lazy" /></a><figcaption>${at + 1} · ${step}</figcaption></figure>`,
	)
	.join("\n")}
</div>
</section>`;
