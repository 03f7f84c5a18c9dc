// The only file that knows every part and names the browser's globals: builds the platform once,
// hands it to the app, and draws the app.

// Before the screens, whose own styles come after what they share.
import "./ui/theme.css";
import "./ui/motion.css";
import "./ui/parts/buttons.css";
// Makes every component follow the signals that it reads.
import { signal as cell, effect } from "@preact/signals";
import { render } from "preact";
import { createApp } from "./app/app.ts";
import type { Platform } from "./app/platform.ts";
import { createQrReader, type Picture } from "./carriers/qr-reader.ts";
import { en } from "./i18n/en.ts";
import { createFilePlatform } from "./shell/files.ts";
import { createInstall } from "./shell/install.ts";
import { createTicker } from "./shell/ticker.ts";
import { createUpdate } from "./shell/update.ts";
import { createWakeLock } from "./shell/wake-lock.ts";
import { Root } from "./ui/app.tsx";
import type { Late } from "./ui/view.ts";

const storeKey = "pigeon-settings";

function createPlatform(lifetime: AbortSignal): Platform {
	// Several apps may share one origin (project pages do), so their names carry the path.
	const pageUrl = location.origin + location.pathname;
	const tabs = new BroadcastChannel(`pigeon ${pageUrl}`);
	lifetime.addEventListener("abort", () => tabs.close());
	return {
		createConnection: (configuration) => new RTCPeerConnection(configuration),
		createCertificate: () =>
			RTCPeerConnection.generateCertificate({
				name: "ECDSA",
				namedCurve: "P-256",
			} as EcKeyGenParams),
		onNetworkChange: (handle, signal) => {
			addEventListener("online", handle, { signal });
			networkOf(navigator)?.addEventListener("change", handle, { signal });
		},
		onWake: (handle, signal) => {
			const look = () => document.visibilityState === "visible" && handle();
			document.addEventListener("visibilitychange", look, { signal });
			addEventListener("pageshow", handle, { signal });
		},
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
		createStream: (tracks) => new MediaStream([...tracks]),
		pageUrl,
		addressBar: {
			read: () => location.hash,
			clean: () => history.replaceState(null, "", location.pathname),
			onChange: (handle, signal) =>
				addEventListener("hashchange", handle, { signal }),
		},
		clipboard: { write: (text) => navigator.clipboard.writeText(text) },
		shareSheet: {
			canShare: "share" in navigator,
			share: (data) => navigator.share(data),
		},
		tabs: {
			post: (message) => tabs.postMessage(message),
			onMessage: (handle, signal) =>
				tabs.addEventListener("message", ({ data }) => handle(data), {
					signal,
				}),
		},
		createQrReader: (signal) =>
			createQrReader(
				new Worker(new URL("./carriers/qr-reader.worker.ts", import.meta.url), {
					type: "module",
				}),
				signal,
			),
		grab,
		store: {
			// Storage can be refused altogether; the choices then last as long as the page.
			read() {
				try {
					return localStorage.getItem(storeKey);
				} catch {
					return null;
				}
			},
			write(text) {
				try {
					localStorage.setItem(storeKey, text);
				} catch {
					return;
				}
			},
		},
		// Unlike randomUUID, this is there on plain http as well.
		randomId: () => crypto.getRandomValues(new Uint32Array(4)).join("-"),
		files: createFilePlatform(
			{
				window,
				createWorker: () =>
					new Worker(
						new URL("./channels/file-store.worker.ts", import.meta.url),
						{ type: "module" },
					),
				titleOf: (percent, newsCount) =>
					en.shared.title(percent, newsCount, en.appName),
			},
			lifetime,
		),
		celebrate,
		wakeLock: createWakeLock(
			{ page: document, screen: navigator.wakeLock },
			lifetime,
		),
		guardPage: (isNeeded, signal) =>
			addEventListener(
				"beforeunload",
				(event) => {
					if (isNeeded()) event.preventDefault();
				},
				{ signal },
			),
		onLeave: (handle, signal) =>
			addEventListener(
				"pagehide",
				// A page that is only frozen comes back with its connection.
				({ persisted }) => persisted || handle(),
				{ signal },
			),
		closePage: () => close(),
	};
}

/** Network Information API: not in every browser, nor in the library's types. */
function networkOf(owner: Navigator): EventTarget | undefined {
	return (owner as { readonly connection?: EventTarget }).connection;
}

/** A video's frame as it is where the browser can hand it over: a copy of it takes longer than reading it. */
async function grab(source: HTMLVideoElement | Blob): Promise<Picture | null> {
	if (source instanceof HTMLVideoElement && "VideoFrame" in window)
		try {
			return new VideoFrame(source);
		} catch {
			// It may still be copied.
		}
	return createImageBitmap(source).catch(() => null);
}

/** A short buzz, and two soft tones; where a device has neither, the screen says it alone. */
function celebrate(): void {
	navigator.vibrate?.(60);
	try {
		chime();
	} catch {
		// No sound device, or too many in use: a code is in all the same.
	}
}

function chime(): void {
	const context = new AudioContext();
	const volume = context.createGain();
	volume.gain.setValueAtTime(0.08, context.currentTime);
	volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.35);
	volume.connect(context.destination);
	const tone = context.createOscillator();
	tone.frequency.setValueAtTime(660, context.currentTime);
	tone.frequency.setValueAtTime(990, context.currentTime + 0.12);
	tone.connect(volume);
	tone.addEventListener("ended", () => void context.close());
	tone.start();
	tone.stop(context.currentTime + 0.35);
}

const life = new AbortController();
const app = createApp(createPlatform(life.signal), life.signal);
const update = createUpdate(
	{
		workers: navigator.serviceWorker,
		page: document,
		now: Date.now,
		reload: () => location.reload(),
	},
	life.signal,
);
const install = createInstall(window, life.signal);
// Whoever waits for somebody will see the call's screen next. It is fetched as soon as the first screen is there: by then
// the way to the host may be gone, on a device that came here to be connected without one.
const late = cell<Late | null>(null);
const loadLate = () => {
	// What a call asks for later comes along.
	void import("./app/files.ts").catch(() => {});
	Promise.all([import("./ui/late.ts"), import("./app/call-stage.ts")]).then(
		([loaded]) => {
			late.value = loaded.late;
		},
		() => {},
	);
};
addEventListener("load", loadLate, { signal: life.signal });
effect(() => {
	if (app.meeting.value && !late.peek()) loadLate();
});
const page = document.getElementById("app");
if (page)
	render(
		<Root
			app={app}
			t={en}
			late={late}
			shell={() => ({
				isUpdateReady: update.isReady.value,
				update: update.apply,
				canInstall: install.canInstall.value,
				install: install.install,
			})}
		/>,
		page,
	);
