// What every screen is given: the app it draws, and the words for it.

import type { ReadonlySignal } from "@preact/signals-core";
import type { App } from "../app/app.ts";
import type { Texts } from "../i18n/en.ts";
import type { FileTexts } from "../i18n/en-files.ts";

export type View = { readonly app: App; readonly t: Texts };

/** What is loaded only once somebody is in a call; null until then. */
export type LateView = {
	readonly late: ReadonlySignal<
		| (Pick<
				typeof import("./files.tsx"),
				"FileList" | "FileButton" | "LeftFiles"
		  > & { readonly texts: FileTexts })
		| null
	>;
};
