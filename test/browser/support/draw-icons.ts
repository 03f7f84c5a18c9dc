// Draws the PNG icons in public/ from icon.svg: `npm run icons`. Run it after every change of the picture.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findOrInstallBrowser } from "./find-browser.ts";

type Icon = {
	readonly file: string;
	readonly pixels: number;
	/** Paper up to the edges, for systems that cut icons into a shape of their own; otherwise the corners are clear. */
	readonly isFullBleed: boolean;
	readonly scale: number;
};

// A maskable icon keeps what matters inside a circle of 80 % of its width (Web App Manifest, "maskable"): the bird's
// tail is 0.507 of the width from the centre, which leaves 0.78 at most.
const icons: readonly Icon[] = [
	{ file: "icon-192.png", pixels: 192, isFullBleed: false, scale: 1 },
	{ file: "icon-512.png", pixels: 512, isFullBleed: false, scale: 1 },
	{
		file: "icon-maskable-192.png",
		pixels: 192,
		isFullBleed: true,
		scale: 0.76,
	},
	{
		file: "icon-maskable-512.png",
		pixels: 512,
		isFullBleed: true,
		scale: 0.76,
	},
	{ file: "apple-touch-icon.png", pixels: 180, isFullBleed: true, scale: 0.9 },
];

const folder = fileURLToPath(new URL("../../../public/", import.meta.url));
const svg = await readFile(`${folder}icon.svg`, "base64");
const browser = await chromium.launch({
	executablePath: findOrInstallBrowser("chromium"),
	args: ["--no-sandbox"],
});
try {
	for (const { file, pixels, isFullBleed, scale } of icons) {
		const page = await browser.newPage({
			viewport: { width: pixels, height: pixels },
		});
		const background = isFullBleed ? "#f6f4ef" : "transparent";
		await page.setContent(`
			<body style="margin: 0; background: ${background}">
			<img src="data:image/svg+xml;base64,${svg}"
				style="display: block; width: 100vw; height: 100vh; transform: scale(${scale})">
		`);
		await page
			.locator("img")
			.evaluate((image: HTMLImageElement) => image.decode());
		await writeFile(
			`${folder}${file}`,
			await page.screenshot({ omitBackground: true }),
		);
		await page.close();
	}
} finally {
	await browser.close();
}
