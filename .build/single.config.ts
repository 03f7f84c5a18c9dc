// The whole app as one HTML file, for a USB stick or a folder: `npm run build:single`. It needs no server and no file
// beside it; what only a host can give (the service worker, links that open it) it does without.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { collectLicences } from "./licences.ts";
import { inOneFile, workersInside } from "./single.ts";

const home = (name: string) =>
	fileURLToPath(new URL(`../${name}`, import.meta.url));
const { version } = JSON.parse(readFileSync(home("package.json"), "utf8"));
const licences = collectLicences();

export default defineConfig({
	root: home("src"),
	base: "./",
	publicDir: false,
	build: {
		outDir: home("dist-single"),
		emptyOutDir: true,
		target: "es2023",
		cssTarget: ["chrome123", "firefox124", "safari17.5"],
		cssCodeSplit: false,
		assetsInlineLimit: Number.MAX_SAFE_INTEGER,
		modulePreload: false,
		rolldownOptions: { output: { codeSplitting: false } },
		chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
	},
	worker: { plugins: () => [licences.note] },
	plugins: [
		workersInside(),
		licences.note,
		inOneFile({
			name: "pigeon.html",
			version,
			licences: licences.text,
			icon: readFileSync(home("public/icon.svg")),
			touchIcon: readFileSync(home("public/apple-touch-icon.png")),
		}),
	],
});
