// The only file that knows every part and names the browser's globals: builds the platform once,
// hands it to the app, and draws the app.

// Before the screens, whose own styles come after what they share.
import "./ui/theme.css";
import "./ui/motion.css";
import "./ui/parts/buttons.css";
import "./ui/contrast.css";
// Makes every component follow the signals that it reads.
import { signal as cell, computed, effect } from "@preact/signals";
import { render } from "preact";
import { createApp } from "./app/app.ts";
import { wishOf } from "./app/launch.ts";
import type { Platform } from "./app/platform.ts";
import { createQrReader } from "./carriers/qr-reader.ts";
import { en, type Texts } from "./i18n/en.ts";
import { type Language, languageFor } from "./i18n/language.ts";
import { celebrate } from "./shell/celebrate.ts";
import { createFilePlatform } from "./shell/files.ts";
import { takeOver } from "./shell/first-look.ts";
import { keepFocus } from "./shell/focus.ts";
import { grab } from "./shell/grab.ts";
import { startTone } from "./shell/hold-tone.ts";
import { afterShown, whenIdle } from "./shell/idle.ts";
import { createInstall } from "./shell/install.ts";
import { createPagePlatform } from "./shell/page.ts";
import { createStagePlatform } from "./shell/stage.ts";
import { createStore } from "./shell/store.ts";
import { createTicker } from "./shell/ticker.ts";
import { trustOwnScripts } from "./shell/trusted.ts";
import { createUpdate } from "./shell/update.ts";
import { createWakeLock } from "./shell/wake-lock.ts";
import { Root } from "./ui/app.tsx";
import { Framed } from "./ui/framed.tsx";
import { homeParts } from "./ui/home.tsx";
import type { CodesView, Late, LatePages } from "./ui/view.ts";

const keyStart = "pigeon-";

function createPlatform(words: () => Texts, lifetime: AbortSignal): Platform {
	return {
		...createPagePlatform(window, lifetime),
		createConnection: (configuration) => new RTCPeerConnection(configuration),
		createCertificate: () =>
			RTCPeerConnection.generateCertificate({
				name: "ECDSA",
				namedCurve: "P-256",
			} as EcKeyGenParams),
		ticker: createTicker(
			new Worker(new URL("./shell/ticker.worker.ts", import.meta.url), {
				type: "module",
			}),
			lifetime,
		),
		now: Date.now,
		// Called as a method of anything but the window, it throws.
		report: (error) => reportError(error),
		devices: navigator.mediaDevices,
		stage: createStagePlatform({
			page: document,
			createAudio: () => new AudioContext(),
		}),
		displays: navigator.mediaDevices,
		startTone: (signal) => startTone(() => new AudioContext(), signal),
		createStream: (tracks) => new MediaStream([...tracks]),
		createQrReader: (signal) =>
			createQrReader(
				new Worker(new URL("./carriers/qr-reader.worker.ts", import.meta.url), {
					type: "module",
				}),
				signal,
			),
		grab,
		store: createStore(() => localStorage, `${keyStart}settings`),
		used: createStore(() => localStorage, `${keyStart}used`),
		made: createStore(() => localStorage, `${keyStart}made`),
		// Unlike randomUUID, this is there on plain http as well.
		randomId: () => randomNumbers(4).join("-"),
		randomNumbers,
		randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
		...createFilePlatform(
			{
				window,
				keyStart,
				createWorker: () =>
					new Worker(
						new URL("./channels/file-store.worker.ts", import.meta.url),
						{ type: "module" },
					),
				titleOf: (percent, newsCount) =>
					words().shared.title(percent, newsCount, words().appName),
			},
			lifetime,
		),
		studio: async () =>
			(await import("./shell/studio.ts")).createStudio(window),
		celebrate: (hasSound) => celebrate(navigator, hasSound),
		wakeLock: createWakeLock(
			{ page: document, screen: navigator.wakeLock },
			lifetime,
		),
	};
}

const randomNumbers = (count: number) =>
	crypto.getRandomValues(new Uint32Array(count));

const page = document.getElementById("app");
if (page && window.top !== window.self) {
	render(<Framed texts={en.framed} href={location.href} />, page);
	// Here it ends for good: no code is read, and nothing begins. Waiting instead would split this file in many.
	throw new Error("Inside another page nothing begins");
}
// One file that holds everything has none beside it.
const isAlone = document.querySelector("link[rel=manifest]") === null;
trustOwnScripts(window, isAlone);
const life = new AbortController();
keepFocus(document, life.signal);
const texts = cell<Texts | null>(null);
const app = createApp(
	createPlatform(() => texts.value ?? en, life.signal),
	life.signal,
);
const { serviceWorker } = navigator;
const update = createUpdate(
	{
		// All that it keeps for later comes down the same line as what is needed now.
		workers: isAlone ? undefined : afterShown(window, serviceWorker),
		page: document,
		now: Date.now,
		reload: () => location.reload(),
	},
	life.signal,
);
const install = createInstall(window, life.signal);

const wish = wishOf(location.search);
if (wish) history.replaceState(null, "", location.pathname + location.hash);
if (wish) app.sheets.show(wish);

const chosenLanguage = computed(() => app.settings.value.language);
const language = computed(() =>
	languageFor(chosenLanguage.value, navigator.languages),
);
effect(() => {
	const { load, tag, direction } = language.value;
	void load().then((words) => {
		Object.assign(document.documentElement, { lang: tag, dir: direction });
		texts.value = words;
	});
});
effect(() => {
	const { theme } = app.settings.value;
	document.documentElement.setAttribute("data-theme", theme ?? "auto");
});

// Whoever waits for somebody will see the call's screen next. It is fetched as soon as the first screen works: by then
// the way to the host may be gone, on a device that came here to be connected without one.
const late = cell<Late | null>(null);
const loadLate = ({ late: words }: Language) => {
	Promise.all([
		import("./ui/late.ts"),
		words.call(),
		import("./app/call-stage.ts"),
		// What a call asks for later comes along.
		import("./app/files.ts"),
		import("./app/trust.ts"),
		import("./app/call-extras.ts"),
		import("./shell/studio.ts"),
	]).then(
		([{ drawn }, texts]) => {
			late.value = { ...drawn, ...texts };
		},
		() => {},
	);
};
effect(() => {
	const spoken = language.value;
	if (app.arrivals.value !== null) whenIdle(window, () => loadLate(spoken));
});

const pages = cell<LatePages["pages"]["value"]>(null);
effect(() => {
	const words = language.value.late;
	if (app.sheets.open.value === null) return;
	void Promise.all([
		import("./ui/pages.tsx"),
		words.pages(),
		words.call(),
	]).then(([drawn, p, { texts, words }]) => {
		pages.value = { ...drawn, p, size: texts.size, words };
	});
});

// With the first code, mine or theirs.
const codes = cell<CodesView["codes"]["value"]>(null);
effect(() => {
	const words = language.value.late.codes;
	if (app.screen.value === "home") return;
	void Promise.all([import("./ui/codes.tsx"), words()]).then(
		([drawn, texts]) => {
			codes.value = { ...drawn, texts };
		},
	);
});

const shell = () => ({
	isUpdateReady: update.isReady.value,
	update: update.apply,
	canInstall: install.canInstall.value,
	install: install.install,
	isFile: location.protocol === "file:",
	release:
		document.querySelector("meta[name=release]")?.getAttribute("content") ??
		null,
});

const parts = cell(0);
function Page() {
	const t = texts.value;
	return (
		t && (
			<Root
				app={app}
				t={t}
				late={late}
				codes={codes}
				pages={pages}
				parts={parts}
				shell={shell}
			/>
		)
	);
}

const isSpoken = computed(() => texts.value !== null);
effect(() => {
	if (!page || !isSpoken.value) return;
	void takeOver(document, () => render(<Page />, page), parts, homeParts);
});
