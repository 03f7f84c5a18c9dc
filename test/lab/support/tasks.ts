// What a browser in the lab can be told to do: a person's doings, in tabs that are known by a number.
// Runs beside the browser, inside its network.

import { type Browser, chromium, firefox, type Page } from "playwright-core";
import { findBrowser } from "../../browser/support/find-browser.ts";
import { firefoxPreferences } from "../../browser/support/firefox-preferences.ts";
import { serve } from "../../browser/support/serve.ts";
import { countReceived, showText, watchConnections } from "./received.ts";
import { type Sight, watchStatus } from "./sight.ts";

export type Engine = "chromium" | "firefox";

export type Launch = {
	readonly engine: Engine;
	/** The folder with the built app. */
	readonly app: string;
	/** With the camera allowed, a browser tells all its addresses. */
	readonly isCameraAllowed: boolean;
};

export type Tasks = Awaited<ReturnType<typeof createTasks>>;

const fingerMs = 50;
const codeLimitMs = 60_000;

export async function createTasks(launch: Launch) {
	const browser = await launchEngine(launch);
	const server = await serve(launch.app);
	const tabs: Page[] = [];
	const tabOf = (number: number): Page => {
		const tab = tabs[number];
		if (!tab) throw new Error(`There is no tab ${number}`);
		return tab;
	};
	const seen = (number: number): Promise<readonly Sight[]> =>
		tabOf(number).evaluate(
			() => (self as unknown as { labSeen: Sight[] }).labSeen,
		);
	const texts = (number: number, from: "me" | "them") =>
		tabOf(number)
			.locator(`[data-testid=chat-log] [data-from=${from}] p`)
			.allTextContents();

	return {
		/** A fresh tab, in front of the app; comes back with its number. */
		async open(settings: Readonly<Record<string, unknown>>): Promise<number> {
			const context = await browser.newContext({ serviceWorkers: "block" });
			if (launch.isCameraAllowed && launch.engine === "chromium")
				await context.grantPermissions(["camera", "microphone"]);
			const page = await context.newPage();
			await page.addInitScript(
				(text) => localStorage.setItem("pigeon-settings", text),
				JSON.stringify(settings),
			);
			for (const watch of [watchStatus, watchConnections, showText])
				await page.addInitScript(watch);
			await page.goto(server.url);
			return tabs.push(page) - 1;
		},
		async start(tab: number): Promise<void> {
			await tabOf(tab).getByTestId("start").click();
		},
		async code(tab: number, kind: "invite" | "reply"): Promise<string> {
			const code = tabOf(tab).locator(
				`[data-testid=my-code][data-kind=${kind}]`,
			);
			await code.waitFor({ timeout: codeLimitMs });
			return (await code.textContent()) ?? "";
		},
		/** Comes back with the moment of it. */
		async take(tab: number, code: string): Promise<number> {
			const box = tabOf(tab).getByTestId("their-code");
			await box.waitFor();
			const atMs = Date.now();
			await box.fill(code);
			return atMs;
		},
		/** As a link does, and then the one press. */
		async openLink(tab: number, code: string): Promise<void> {
			const page = tabOf(tab);
			await page.evaluate((text) => {
				location.hash = text;
			}, code);
			await page.getByTestId("answer").click();
		},
		async click(tab: number, id: string): Promise<void> {
			await tabOf(tab).getByTestId(id).click();
		},
		async say(tab: number, text: string): Promise<void> {
			await tabOf(tab).getByTestId("chat-input").fill(text);
			await tabOf(tab).getByTestId("chat-send").click();
		},
		heard: (tab: number) => texts(tab, "them"),
		/** Whether fresh pictures of the other side's camera are drawn, one after the other, before the time is over. */
		async sees(tab: number, limitMs: number): Promise<boolean> {
			return tabOf(tab)
				.getByTestId("remote-video")
				.evaluate(countFrames, limitMs);
		},
		received: (tab: number) => tabOf(tab).evaluate(countReceived),
		said: (tab: number) => texts(tab, "me"),
		seen,
		/** The first sight from `fromMs` on that shows one of these, or null when it takes too long. */
		async see(
			tab: number,
			wanted: Partial<Readonly<Record<keyof Sight, readonly string[]>>>,
			fromMs: number,
			limitMs: number,
		): Promise<Sight | null> {
			const until = Date.now() + limitMs;
			for (;;) {
				const sights = await seen(tab);
				const now = sights.at(-1);
				// What was there already at that moment counts as well, if it is there still.
				const found = [
					...sights.filter(({ atMs }) => atMs >= fromMs),
					...(now ? [now] : []),
				].find((sight) => shows(sight, wanted));
				if (found) return found;
				if (Date.now() > until) return null;
				await new Promise((done) => setTimeout(done, fingerMs));
			}
		},
		async version(): Promise<string> {
			return browser.version();
		},
		async close(): Promise<void> {
			await browser.close();
			await server.stop();
		},
	};
}

/** Runs in the page. The time of a picture goes on in Firefox even where none comes any more: so they are counted. */
function countFrames(element: Element, limitMs: number): Promise<boolean> {
	const video = element as HTMLVideoElement;
	return new Promise((resolve) => {
		let left = 10;
		setTimeout(() => resolve(false), limitMs);
		const look = () => {
			left -= 1;
			if (left === 0) resolve(true);
			else video.requestVideoFrameCallback(look);
		};
		video.requestVideoFrameCallback(look);
	});
}

function shows(
	sight: Sight,
	wanted: Partial<Readonly<Record<keyof Sight, readonly string[]>>>,
): boolean {
	return Object.entries(wanted).some(([key, values]) =>
		values?.includes(String(sight[key as keyof Sight])),
	);
}

function launchEngine({ engine, isCameraAllowed }: Launch): Promise<Browser> {
	const executablePath = findBrowser(engine) ?? "";
	if (engine === "chromium")
		return chromium.launch({
			executablePath,
			args: [
				"--no-sandbox",
				"--disable-gpu",
				"--use-fake-device-for-media-stream",
			],
		});
	const allowed = isCameraAllowed ? 1 : 2;
	return firefox.launch({
		channel: "moz-firefox",
		executablePath,
		firefoxUserPrefs: {
			...firefoxPreferences,
			"media.navigator.permission.disabled": isCameraAllowed,
			"permissions.default.camera": allowed,
			"permissions.default.microphone": allowed,
		},
	});
}
