// What the browser has for files: places on the disk that a person picks, and the ways to be noticed.

import { signal as cell } from "@preact/signals-core";
import type { Platform } from "../app/platform.ts";
import { createKept } from "./kept.ts";
import { createShared, sharedCacheOf } from "./shared.ts";

/** What only Chromium has, and only on computers. */
type PickingWindow = Window & {
	readonly showSaveFilePicker?: (options: {
		suggestedName: string;
	}) => Promise<FileSystemFileHandle>;
	readonly showDirectoryPicker?: (options: {
		mode: "readwrite";
	}) => Promise<FileSystemDirectoryHandle>;
};

type Needs = {
	readonly window: PickingWindow;
	readonly createWorker: () => Worker;
	/** With which all of this app's keys in the local storage begin. */
	readonly keyStart: string;
	/** The window's title: how far it is in per cent, and how much has happened unseen. */
	readonly titleOf: (percent: number | null, newsCount: number) => string;
};

export function createFilePlatform(
	{ window, createWorker, keyStart, titleOf }: Needs,
	lifetime: AbortSignal,
): Pick<Platform, "files" | "kept"> {
	const { document, navigator, location } = window;
	// Several apps may share one origin, and a name cannot hold a slash.
	const folder = `files ${encodeURIComponent(location.pathname)}`;
	const recordings = `recordings ${encodeURIComponent(location.pathname)}`;
	const sharedCache = sharedCacheOf(
		location.origin + location.pathname.replace(/[^/]*$/, ""),
	);
	const isHidden = cell(document.hidden);
	document.addEventListener(
		"visibilitychange",
		() => {
			isHidden.value = document.hidden;
		},
		{ signal: lifetime },
	);
	const hasPlaces = window.showSaveFilePicker !== undefined;
	const hasFolders = window.showDirectoryPicker !== undefined;

	return {
		files: {
			store: {
				createWorker,
				storage: navigator.storage,
				folder,
				pickPlace: hasPlaces
					? async (suggestedName) =>
							(await window
								.showSaveFilePicker?.({ suggestedName })
								.catch(() => null)) ?? null
					: null,
			},
			recordings: {
				storage: navigator.storage,
				folder: recordings,
			},
			pickFolder: hasFolders
				? async () =>
						(await window
							.showDirectoryPicker?.({ mode: "readwrite" })
							.catch(() => null)) ?? null
				: null,
			download(href, name) {
				const link = document.createElement("a");
				link.href = href;
				link.download = name;
				link.click();
			},
			shared: createShared(window.caches, sharedCache),
			subtle: window.crypto?.subtle,
			attention: {
				isHidden,
				show(percent, newsCount) {
					document.title = titleOf(percent, newsCount);
					const badge =
						newsCount > 0
							? navigator.setAppBadge?.(newsCount)
							: navigator.clearAppBadge?.();
					badge?.catch(() => {});
				},
			},
		},
		kept: createKept({
			storage: navigator.storage,
			local: () => window.localStorage,
			caches: window.caches,
			folders: [folder, recordings],
			sharedCache,
			keyStart,
		}),
	};
}
