// People in front of real browsers. Each has a context of their own, and a list of everything that went wrong in it.

import { networkInterfaces } from "node:os";
import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	chromium,
	type LaunchOptions,
	type Page,
} from "playwright-core";
import { expect, inject } from "vitest";

export type BrowserOptions = {
	/** A y4m file. All contexts of one browser share it: people who film different things need a browser each. */
	readonly cameraFile?: string;
	/** A wav file: what the microphone hears. */
	readonly soundFile?: string;
	readonly args?: readonly string[];
	/** Tabs make a sound, which can be captured; a driven browser is mute. */
	readonly isLoud?: boolean;
};

export type PersonOptions = {
	readonly screen?: "phone" | "laptop";
	/** What the browser says of its person's language. */
	readonly locale?: string;
	readonly isDark?: boolean;
	/** What was allowed beforehand; everything else is refused at once. */
	readonly permissions?: readonly string[];
};

export interface Person {
	readonly context: BrowserContext;
	readonly page: Page;
	/** Errors and error messages of all tabs and their frames, in the order they came. */
	readonly problems: readonly string[];
	close(): Promise<void>;
}

export const everythingAllowed: readonly string[] = [
	"camera",
	"microphone",
	"clipboard-read",
	"clipboard-write",
	"screen-wake-lock",
];

const screens = {
	phone: {
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true,
	},
	laptop: { viewport: { width: 1280, height: 800 } },
} satisfies Record<string, BrowserContextOptions>;

export function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
	return chromium.launch(launchOptions(options));
}

/** A browser with a profile on disk: what is stored there outlives it, and it is not "incognito". */
export function launchProfile(
	folder: string,
	options: BrowserOptions = {},
): Promise<BrowserContext> {
	return chromium.launchPersistentContext(folder, launchOptions(options));
}

export async function newPerson(
	browser: Browser,
	options: PersonOptions = {},
): Promise<Person> {
	const context = await browser.newContext({
		...screens[options.screen ?? "laptop"],
		colorScheme: options.isDark ? "dark" : "light",
		permissions: [...(options.permissions ?? everythingAllowed)],
		locale: options.locale ?? "en-US",
	});
	const problems = watchProblems(context);
	const page = await context.newPage();
	return { context, page, problems, close: () => context.close() };
}

export function watchProblems(context: BrowserContext): readonly string[] {
	const problems: string[] = [];
	context.on("weberror", (event) => {
		const error = event.error();
		problems.push(error.stack ?? error.message);
	});
	context.on("console", (message) => {
		if (message.type() !== "error") return;
		problems.push(`${message.text()} (${message.location().url})`);
	});
	return problems;
}

export function expectNoProblems(...people: readonly Person[]): void {
	expect(people.flatMap((person) => person.problems)).toEqual([]);
}

function launchOptions(options: BrowserOptions): LaunchOptions {
	const { cameraFile, soundFile, args = [] } = options;
	return {
		executablePath: inject("chromium"),
		ignoreDefaultArgs: options.isLoud ? ["--mute-audio"] : [],
		args: [
			// Chromium refuses to sandbox itself for root, and containers rarely allow it to anybody.
			"--no-sandbox",
			"--disable-gpu",
			"--autoplay-policy=no-user-gesture-required",
			// No --use-fake-ui-for-media-stream: it says yes even where a person has refused.
			"--use-fake-device-for-media-stream",
			...(cameraFile
				? [`--use-file-for-fake-video-capture=${cameraFile}`]
				: []),
			...(soundFile ? [`--use-file-for-fake-audio-capture=${soundFile}`] : []),
			...(hasNetwork() ? [] : ["--allow-loopback-in-peer-connection"]),
			...args,
		],
	};
}

// With loopback alone Chromium finds no candidate at all, unless it is told that loopback counts (and camera or
// microphone are allowed).
function hasNetwork(): boolean {
	return Object.values(networkInterfaces())
		.flat()
		.some((address) => address && !address.internal);
}
