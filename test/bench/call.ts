// From pressing a switch to its effect at the other end: `npm run bench:call [-- ROUNDS [ENGINE]]`. The built app, and
// in turns with it a bare RTCPeerConnection that does the same, in one browser.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, firefox, type Page } from "playwright-core";
import { createCamera } from "../browser/support/camera.ts";
import { findBrowser } from "../browser/support/find-browser.ts";
import { firefoxPreferences } from "../browser/support/firefox-preferences.ts";
import { connectByText } from "../browser/support/pigeon.ts";
import { serve } from "../browser/support/serve.ts";
import {
	giveDrawnScreen,
	openSomethingToShow,
	screenArgs,
} from "../browser/support/shown-screen.ts";
import { connectPlainCall, plainPage } from "./call-plain.ts";

const rounds = Number(process.argv[3] ?? 15);
const only = process.argv[4];

type Kind = "Chromium" | "Firefox";
type Effect = "seen" | "screenSeen" | "heard";
type Pair = { readonly name: string; readonly me: Page; readonly them: Page };

const controls = [
	{ id: "toggle-camera", effect: "seen", name: "camera" },
	{ id: "toggle-screen", effect: "screenSeen", name: "screen" },
	{ id: "toggle-mic", effect: "heard", name: "microphone" },
] as const;

function launch(kind: Kind, soundFile: string): Promise<Browser> {
	if (kind === "Firefox")
		return firefox.launch({
			channel: "moz-firefox",
			executablePath: findBrowser("firefox") ?? "",
			firefoxUserPrefs: firefoxPreferences,
		});
	return chromium.launch({
		executablePath: findBrowser("chromium") ?? "",
		ignoreDefaultArgs: ["--mute-audio"],
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--autoplay-policy=no-user-gesture-required",
			"--use-fake-device-for-media-stream",
			`--use-file-for-fake-audio-capture=${soundFile}`,
			...screenArgs,
		],
	});
}

/** The moment of the last press, on the clock that all pages share. */
const watchPresses = (page: Page) =>
	page.evaluate(() => {
		addEventListener(
			"click",
			() => Object.assign(self, { pressedAt: Date.now() }),
			true,
		);
	});

type Look = { readonly at: number; readonly isThere: boolean };

const listenMs = 400;
const lookMs = 1_500;

/** Whether the effect is there, over and over, as a person would see or hear it. */
function look(page: Page, effect: Effect): Promise<readonly Look[]> {
	return page.evaluate(
		async ([what, ms]) => {
			const find = (id: string) =>
				document.querySelector(`[data-testid=${id}]`) as HTMLVideoElement;
			const end = Date.now() + ms;
			const looks: Look[] = [];
			if (what === "heard") {
				const stream = find("remote-video").srcObject as MediaStream;
				const context = new AudioContext();
				const ear = context.createAnalyser();
				ear.fftSize = 512;
				context.createMediaStreamSource(stream).connect(ear);
				await context.resume();
				const samples = new Float32Array(512);
				while (Date.now() < end) {
					ear.getFloatTimeDomainData(samples);
					const isThere = samples.some((one) => Math.abs(one) > 0.01);
					looks.push({ at: Date.now(), isThere });
					await new Promise((done) => setTimeout(done, 4));
				}
				await context.close();
				return looks;
			}
			const isScreen = what === "screenSeen";
			const video = find(isScreen ? "remote-screen" : "remote-video");
			const stage = document.querySelector(".stage") as HTMLElement;
			const name = isScreen ? "isScreenSeen" : "isSeen";
			const count = () => video.getVideoPlaybackQuality().totalVideoFrames;
			const before = count();
			let wasShown = stage.dataset[name] === "true";
			while (Date.now() < end) {
				const isShown = stage.dataset[name] === "true";
				const isThere = isShown && (wasShown || count() > before);
				if (isThere) wasShown = true;
				if (!isShown) wasShown = false;
				looks.push({ at: Date.now(), isThere });
				// What the next frame of the screen shows; a tab behind others of Firefox is drawn once a second.
				await new Promise((done) =>
					navigator.userAgent.includes("Firefox")
						? setTimeout(done, 4)
						: requestAnimationFrame(done),
				);
			}
			return looks;
		},
		[effect, listenMs + lookMs] as const,
	);
}

async function measure(
	{ me, them }: Pair,
	id: string,
	effect: Effect,
	isOn: boolean,
): Promise<number> {
	const looking = look(them, effect);
	// Who listens needs a moment until they do.
	await new Promise((done) => setTimeout(done, listenMs));
	await me.getByTestId(id).click();
	const looks = await looking;
	const pressedAt = Number(
		await me.evaluate(() => Reflect.get(self, "pressedAt")),
	);
	const after = looks.filter(({ at }) => at >= pressedAt);
	const before = looks.findLast(({ at }) => at < pressedAt);
	// Not there, so it cannot go.
	if (before?.isThere === isOn) return Number.NaN;
	// Silence is a while of it: sound has holes of its own.
	const stays = (from: number) =>
		after.every(
			({ at, isThere }) => at < from || at > from + 100 || isThere === isOn,
		);
	const first = after.find(({ at, isThere }) => isThere === isOn && stays(at));
	return first ? first.at - pressedAt : Number.NaN;
}

const median = (all: readonly number[]) => {
	const sorted = all
		.filter(Number.isFinite)
		.toSorted((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

async function bench(kind: Kind, url: string, soundFile: string) {
	const browser = await launch(kind, soundFile);
	const open = async (address: string) => {
		const context = await browser.newContext(
			kind === "Chromium" ? { permissions: ["camera", "microphone"] } : {},
		);
		if (kind === "Firefox") await giveDrawnScreen(context);
		const page = await context.newPage();
		await page.goto(address);
		return page;
	};
	const pair = async (name: string, address: string): Promise<Pair> => {
		const [me, them] = [await open(address), await open(address)];
		if (name === "bare") await connectPlainCall(me, them);
		else await connectByText(me, them, url);
		await watchPresses(me);
		return { name, me, them };
	};
	const pairs = [
		await pair("bare", `${url}plain.html`),
		await pair("Pigeon", url),
	];
	if (kind === "Chromium")
		await openSomethingToShow(await browser.newContext());

	process.stdout.write(
		`| ${kind}, median of ${rounds}, ms | bare | Pigeon | times as long |\n| --- | --: | --: | --: |\n`,
	);
	for (const { id, effect, name } of controls) {
		// A Firefox without a sound device does not let a page listen.
		if (effect === "heard" && kind === "Firefox") continue;
		const taken = new Map<string, number[]>();
		// The first one asks for the device, and is not counted. In turns: other work on the machine comes and goes.
		for (let round = 0; round <= rounds; round += 1)
			for (const one of pairs) {
				await one.me.bringToFront();
				for (const isOn of [true, false]) {
					const ms = await measure(one, id, effect, isOn);
					const key = `${one.name} ${isOn}`;
					if (round > 0) taken.set(key, [...(taken.get(key) ?? []), ms]);
				}
			}
		for (const isOn of [true, false]) {
			const bare = median(taken.get(`bare ${isOn}`) ?? []);
			const app = median(taken.get(`Pigeon ${isOn}`) ?? []);
			process.stdout.write(
				`| ${name} ${isOn ? "on" : "off"} | ${bare} | ${app} | ${(app / bare).toFixed(2)} |\n`,
			);
		}
	}
	await browser.close();
}

const built = await mkdtemp(join(tmpdir(), "pigeon-bench-"));
const vite = join("node_modules", "vite", "bin", "vite.js");
const { NODE_ENV: _, ...env } = process.env;
const camera = await createCamera(700, 300);
try {
	await promisify(execFile)(
		process.execPath,
		[vite, "build", "--outDir", built, "--emptyOutDir", "--logLevel", "error"],
		{ env },
	);
	await writeFile(join(built, "plain.html"), plainPage);
	const server = await serve(built);
	for (const kind of ["Chromium", "Firefox"] as const)
		if (findBrowser(kind === "Chromium" ? "chromium" : "firefox"))
			if (!only || only === kind.toLowerCase())
				await bench(kind, server.url, camera.soundFile);
	await server.stop();
} finally {
	await camera.remove();
	await rm(built, { recursive: true, force: true });
}
