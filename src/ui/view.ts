// What every screen is given: the app it draws, and the words for it.

import type { ReadonlySignal } from "@preact/signals-core";
import type { VNode } from "preact";
import type { App, Meeting } from "../app/app.ts";
import type { Stage } from "../app/call-stage.ts";
import type { Texts } from "../i18n/en.ts";
import type { FileTexts } from "../i18n/en-files.ts";
import type { StageTexts } from "../i18n/en-stage.ts";

export type View = { readonly app: App; readonly t: Texts };

/** What is loaded only once somebody is about to be in a call; null until then. */
export type Late = Pick<
	typeof import("./files.tsx"),
	"FileList" | "FileButton" | "LeftFiles"
> & {
	readonly Call: (props: CallView) => VNode;
	readonly texts: FileTexts;
	readonly words: StageTexts;
};

export type LateView = { readonly late: ReadonlySignal<Late | null> };

/** Everything that is drawn during a call. */
export type CallView = View &
	LateView & {
		readonly meeting: Meeting;
		readonly stage: Stage;
		/** What is said only in a call. */
		readonly words: StageTexts;
	};
