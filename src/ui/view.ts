// What every screen is given: the app it draws, and the words for it.

import type { ReadonlySignal } from "@preact/signals-core";
import type { VNode } from "preact";
import type { App, Meeting } from "../app/app.ts";
import type { Stage } from "../app/call-stage.ts";
import type { Texts } from "../i18n/en.ts";
import type { CodeTexts } from "../i18n/en-codes.ts";
import type { PageTexts } from "../i18n/en-pages.ts";
import type { CallTexts } from "../i18n/language.ts";

export type View = { readonly app: App; readonly t: Texts };

/** What is loaded only once somebody is about to be in a call; null until then. */
export type Late = Pick<
	typeof import("./files.tsx"),
	"FileBatch" | "FileNotes" | "FileButton" | "LeftFiles"
> &
	Pick<typeof import("./safety.tsx"), "Safety"> &
	CallTexts & {
		readonly Call: (props: CallView) => VNode;
		readonly Summary: typeof import("./summary.tsx").Summary;
		readonly CallAgain: typeof import("./again.tsx").CallAgain;
	};

export type LateView = { readonly late: ReadonlySignal<Late | null> };

/** Everything that is drawn during a call. */
export type CallView = View &
	LateView & {
		readonly meeting: Meeting;
		readonly stage: Stage;
		/** What is said only in a call. */
		readonly words: CallTexts["words"];
	};

/** What settings and help are given besides. */
export type PageView = View & {
	readonly p: PageTexts;
	readonly size: (bytes: number) => string;
	readonly words: CallTexts["words"];
	/** Null where it was not built. */
	readonly release: string | null;
};

/** Loaded when one of them is opened; null until then. */
export type LatePages = {
	readonly pages: ReadonlySignal<
		| (Pick<typeof import("./pages.tsx"), "Pages"> &
				Pick<PageView, "p" | "size" | "words">)
		| null
	>;
};

/** What is loaded with the first code, mine or theirs; null until then. */
export type CodesView = {
	readonly codes: ReadonlySignal<
		| (Pick<
				typeof import("./codes.tsx"),
				"Circle" | "Giving" | "LockMine" | "Unlock"
		  > & {
				readonly texts: CodeTexts;
		  })
		| null
	>;
};
