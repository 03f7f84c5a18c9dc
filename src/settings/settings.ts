// What the person chose, and where it is kept. What is stored may be old or broken: it is read
// field by field, and whatever does not fit becomes the default.

import { signal as cell, effect, type Signal } from "@preact/signals-core";
import { type Carrier, readWay, readWithout, type Way } from "./carriers.ts";
import { type OwnServer, readOwnServers } from "./servers.ts";

export type Settings = {
	/** Ask servers for this device's public address? Without, only the same network works. */
	readonly servers: "default" | "none" | "own";
	readonly own: readonly OwnServer[];
	/** Everything through one's own TURN server, so that the other side never sees this device's address. */
	readonly relayOnly: boolean;
	/** The camera that the person scans with, once they have chosen one. */
	readonly scanCamera: string | null;
	/** What the person speaks into, is seen by and listens to; null is what the system prefers. */
	readonly devices: Readonly<
		Record<"microphone" | "camera" | "speaker", string | null>
	>;
	/** Single keys during a call; some people's tools press them by themselves (WCAG 2.1.4). */
	readonly hasShortcuts: boolean;
	/** What the other side sees; empty to say nothing. */
	readonly name: string;
	/** Null follows the browser. */
	readonly language: string | null;
	/** Null follows the device. */
	readonly theme: "light" | "dark" | null;
	readonly sounds: boolean;
	/** Whether they hear a tone while I hold the call, or nothing. */
	readonly hasHoldTone: boolean;
	/** In which way codes are handed over at first; null shows both. */
	readonly way: Way | null;
	/** What is not offered for that. */
	readonly without: readonly Carrier[];
};

export type Store = {
	read(): string | null;
	write(text: string): void;
	/** Nothing was chosen, so nothing is kept. */
	clear(): void;
};

export const defaults: Settings = {
	servers: "default",
	own: [],
	relayOnly: false,
	scanCamera: null,
	devices: { microphone: null, camera: null, speaker: null },
	hasShortcuts: true,
	name: "",
	language: null,
	theme: null,
	sounds: true,
	hasHoldTone: false,
	way: null,
	without: [],
};

const maxIdChars = 256;
export const maxNameChars = 40;

const readId = (found: unknown): string | null =>
	typeof found === "string" && found.length <= maxIdChars ? found : null;

function readDevices(found: unknown): Settings["devices"] {
	const { microphone, camera, speaker } = (found ?? {}) as Record<
		string,
		unknown
	>;
	return {
		microphone: readId(microphone),
		camera: readId(camera),
		speaker: readId(speaker),
	};
}

export function readSettings(text: string | null): Settings {
	let found: unknown;
	try {
		found = JSON.parse(text ?? "{}");
	} catch {
		return defaults;
	}
	if (typeof found !== "object" || found === null) return defaults;
	const {
		servers,
		own,
		relayOnly,
		scanCamera,
		devices,
		hasShortcuts,
		name,
		language,
		theme,
		sounds,
		hasHoldTone,
		way,
		without,
	} = found as Partial<Record<keyof Settings, unknown>>;
	return {
		servers:
			servers === "none" || servers === "own" ? servers : defaults.servers,
		own: readOwnServers(own),
		relayOnly: relayOnly === true,
		scanCamera: readId(scanCamera),
		devices: readDevices(devices),
		hasShortcuts: hasShortcuts !== false,
		name: typeof name === "string" ? name.slice(0, maxNameChars) : "",
		language:
			typeof language === "string" && /^[a-z-]{2,12}$/.test(language)
				? language
				: null,
		theme: theme === "light" || theme === "dark" ? theme : null,
		sounds: sounds !== false,
		hasHoldTone: hasHoldTone === true,
		way: readWay(way),
		without: readWithout(without),
	};
}

export function createSettings(
	store: Store,
	lifetime: AbortSignal,
): Signal<Settings> {
	const settings = cell(readSettings(store.read()));
	const untouched = JSON.stringify(defaults);
	const stop = effect(() => {
		const text = JSON.stringify(settings.value);
		if (text === untouched) store.clear();
		else store.write(text);
	});
	lifetime.addEventListener("abort", stop);
	return settings;
}
