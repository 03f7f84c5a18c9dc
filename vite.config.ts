import { fileURLToPath } from "node:url";
import type { InlineConfig, Plugin } from "vite";
import { type ManifestOptions, VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { showFirst } from "./.build/first.ts";
import { collectLicences } from "./.build/licences.ts";
import { sayPolicy } from "./.build/page.ts";
import { markRelease } from "./.build/release.ts";

// Real browsers on a machine with other work: a test may be given a second chance, and the report tells which were.
const { RETRY = "0" } = process.env;
const retry = Number(RETRY);

// Every address is relative to the manifest, so that one build runs under any path. No `id`: it would be relative to
// the origin, and two copies under two paths of one host would be one app; left out, it is the start_url.
const manifest: Partial<ManifestOptions> = {
	name: "Pigeon",
	short_name: "Pigeon",
	description:
		"Connect two devices directly: voice, video, chat and files. No account, no server in between.",
	lang: "en",
	start_url: "./",
	scope: "./",
	display: "standalone",
	// Where a window of its own cannot be had, one with a way back and to reload; never the browser's whole bar unasked.
	display_override: ["standalone", "minimal-ui"],
	// Drawn by `npm run screenshots`, from the built page itself.
	screenshots: [
		screenshot("wide", "1280x800", "connect", "Hand each other a code"),
		screenshot("wide", "1280x800", "call", "Talk, write and send, directly"),
		screenshot("narrow", "412x892", "home", "Connect with someone"),
		screenshot("narrow", "412x892", "connect", "Hand each other a code"),
		screenshot("narrow", "412x892", "call", "Talk, write and send, directly"),
	],
	// What each does is in src/app/launch.ts.
	shortcuts: [
		shortcut("Settings: name, devices, servers", "Settings", "./?do=settings"),
		shortcut("How it works, and help", "Help", "./?do=help"),
	],
	background_color: "#f6f4ef",
	theme_color: "#f6f4ef",
	categories: ["communication", "utilities"],
	// What is shared from other apps; the service worker takes it in, nothing is sent to the host.
	share_target: {
		action: "./share",
		method: "POST",
		enctype: "multipart/form-data",
		params: {
			title: "title",
			text: "text",
			url: "url",
			files: [{ name: "files", accept: ["*/*"] }],
		},
	},
	// A reply that is opened as a link shall reach the window that waits for it, not replace it.
	launch_handler: { client_mode: ["focus-existing", "auto"] },
	icons: [
		{ src: "icon.svg", sizes: "any", type: "image/svg+xml" },
		icon("icon-192.png", 192),
		icon("icon-512.png", 512),
		icon("icon-maskable-192.png", 192, "maskable"),
		icon("icon-maskable-512.png", 512, "maskable"),
	],
};

function screenshot(
	form_factor: "wide" | "narrow",
	sizes: string,
	step: string,
	label: string,
) {
	const src = `screenshot-${form_factor}-${step}.webp`;
	return { src, sizes, type: "image/webp", form_factor, label };
}

function shortcut(name: string, short_name: string, url: string) {
	return { name, short_name, url, icons: [icon("icon-192.png", 192)] };
}

function icon(
	src: string,
	pixels: number,
	purpose: "any" | "maskable" = "any",
) {
	const sizes = `${pixels}x${pixels}`;
	return { src, sizes, type: "image/png", purpose };
}

// The plugin takes a service worker's name and its source's name to be one. Here the name is for ever, and the source is
// called like every other worker.
function buildServiceWorker(options: InlineConfig): void {
	const source = new URL("src/shell/service-worker.worker.ts", import.meta.url);
	options.build = {
		...options.build,
		rolldownOptions: {
			input: fileURLToPath(source),
			// What the plugin expects to find; it makes sw.js of it.
			output: { entryFileNames: "sw.mjs" },
		},
		rollupOptions: {},
	};
}

function sayWhereCamerasWork(): Plugin {
	return {
		name: "say-where-cameras-work",
		configurePreviewServer(server) {
			const printUrls = server.printUrls.bind(server);
			server.printUrls = () => {
				printUrls();
				server.config.logger.info(
					"  Browsers give camera and microphone only to https:// and to localhost.",
				);
			};
		},
	};
}

const licences = collectLicences();
const [numberRelease, listRelease] = markRelease();

export default defineConfig({
	root: "src",
	base: "./",
	publicDir: "../public",
	build: {
		outDir: "../dist",
		emptyOutDir: true,
		target: "es2023",
		// These know light-dark(). Rewritten for older ones it could not be turned over for one part of a page.
		cssTarget: ["chrome123", "firefox124", "safari17.5"],
	},
	preview: { port: 4173 },
	worker: { plugins: () => [licences.note] },
	plugins: [
		licences.note,
		licences.write,
		numberRelease,
		VitePWA({
			strategies: "injectManifest",
			registerType: "prompt",
			injectRegister: null,
			// The address of the service worker can never change again: devices out there ask for it by this name.
			srcDir: "shell",
			filename: "sw.js",
			manifest,
			includeManifestIcons: false,
			injectManifest: {
				globPatterns: ["**/*.{js,css,html,svg,png,txt,wasm}"],
				// In one order whatever the file system's, so that a release is the same bytes wherever it is built.
				manifestTransforms: [
					(entries) => ({
						manifest: entries.toSorted((one, other) =>
							one.url < other.url ? -1 : 1,
						),
					}),
				],
			},
			integration: { configureCustomSWViteBuild: buildServiceWorker },
		}),
		listRelease,
		showFirst(),
		sayPolicy(),
		sayWhereCamerasWork(),
	],
	test: {
		root: ".",
		projects: [
			{
				test: {
					name: "unit",
					include: ["test/**/*.test.{ts,tsx}"],
					exclude: ["test/browser/**", "test/lab/**", "test/budget.test.ts"],
					// The longest needs three seconds by itself, and a machine may have other work.
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts", "test/budget.test.ts"],
					exclude: ["test/**/*.{long,alone}.test.ts"],
					globalSetup: "test/browser/support/setup.ts",
					maxWorkers: 2,
					retry,
					testTimeout: 60_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 1 },
				},
			},
			{
				test: {
					name: "long",
					include: ["test/browser/**/*.long.test.ts"],
					globalSetup: "test/browser/support/setup.ts",
					maxWorkers: 2,
					retry,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 2 },
				},
			},
			{
				test: {
					// What measures time, of a page or of what it makes, would measure the others as well.
					name: "alone",
					include: ["test/browser/**/*.alone.test.ts"],
					globalSetup: "test/browser/support/setup.ts",
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					retry,
					sequence: { groupOrder: 3 },
				},
			},
			{
				test: {
					name: "lab",
					include: ["test/lab/**/*.test.ts"],
					globalSetup: [
						"test/browser/support/setup.ts",
						"test/lab/support/setup.ts",
					],
					maxWorkers: 2,
					testTimeout: 400_000,
					hookTimeout: 120_000,
					retry,
					sequence: { groupOrder: 4 },
				},
			},
		],
	},
});
