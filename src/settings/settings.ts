// What the person chose, and where it is kept. What is stored may be old or broken: it is read
// field by field, and whatever does not fit becomes the default.

import { signal as cell, effect, type Signal } from "@preact/signals-core";

export type Settings = {
	/** Ask a server for this device's public address? Without, only the same network works. */
	readonly servers: "default" | "none";
	/** The camera that the person scans with, once they have chosen one. */
	readonly scanCamera: string | null;
};

export type Store = {
	read(): string | null;
	write(text: string): void;
};

const defaults: Settings = { servers: "default", scanCamera: null };

const maxIdChars = 256;

// Two operators, so that one of them being away or unreachable changes nothing.
export const defaultServers: readonly RTCIceServer[] = [
	{ urls: "stun:stun.l.google.com:19302" },
	{ urls: "stun:stun.cloudflare.com:3478" },
];

export function readSettings(text: string | null): Settings {
	let found: unknown;
	try {
		found = JSON.parse(text ?? "{}");
	} catch {
		return defaults;
	}
	if (typeof found !== "object" || found === null) return defaults;
	const { servers, scanCamera } = found as Partial<
		Record<keyof Settings, unknown>
	>;
	return {
		servers: servers === "none" ? "none" : defaults.servers,
		scanCamera:
			typeof scanCamera === "string" && scanCamera.length <= maxIdChars
				? scanCamera
				: null,
	};
}

export function createSettings(
	store: Store,
	lifetime: AbortSignal,
): Signal<Settings> {
	const settings = cell(readSettings(store.read()));
	const stop = effect(() => store.write(JSON.stringify(settings.value)));
	lifetime.addEventListener("abort", stop);
	return settings;
}
