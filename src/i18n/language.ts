// Which language the app speaks, and where its words are. English is at hand; the others are loaded when they are spoken.

import { en, type Texts } from "./en.ts";
import type { CodeTexts } from "./en-codes.ts";
import type { FileTexts } from "./en-files.ts";
import type { PageTexts } from "./en-pages.ts";
import type { QualityTexts } from "./en-quality.ts";
import type { StageTexts } from "./en-stage.ts";
import type { TrustTexts } from "./en-trust.ts";
import { firstSpoken } from "./wishes.ts";

export type CallTexts = {
	readonly texts: FileTexts;
	readonly words: StageTexts & QualityTexts;
	readonly trustTexts: TrustTexts;
};

/** What is said only in a call, or only in settings and help. */
export type LateTexts = {
	readonly call: () => Promise<CallTexts>;
	readonly codes: () => Promise<CodeTexts>;
	readonly pages: () => Promise<PageTexts>;
};

export type Language = {
	/** By its own name, for whoever looks for it. */
	readonly name: string;
	readonly tag: string;
	readonly direction: "ltr" | "rtl";
	readonly load: () => Promise<Texts>;
	readonly late: LateTexts;
};

const english: Language = {
	name: "English",
	tag: "en",
	direction: "ltr",
	load: () => Promise.resolve(en),
	late: {
		codes: async () => (await import("./en-codes.ts")).enCodes,
		call: async () => (await import("./late-en.ts")).lateEn,
		pages: async () => (await import("./en-pages.ts")).enPages,
	},
};

const chinese: Language = {
	name: "简体中文",
	tag: "zh-Hans",
	direction: "ltr",
	load: async () => (await import("./zh.ts")).zh,
	late: {
		codes: async () => (await import("./zh-codes.ts")).zhCodes,
		call: async () => (await import("./late-zh.ts")).lateZh,
		pages: async () => (await import("./zh-pages.ts")).zhPages,
	},
};

export const languages: Readonly<Record<string, Language>> = {
	en: english,
	zh: chinese,
};

// Not offered to anybody: they show whether a screen still holds with words twice as long, or read from the right.
const trials: Readonly<Record<string, "long" | "mirrored">> = {
	"xx-long": "long",
	"xx-mirrored": "mirrored",
};

function trialOf(kind: "long" | "mirrored"): Language {
	const change = async <T>(texts: Promise<T>): Promise<T> =>
		kind === "long" ? (await import("./trial.ts")).doubled(await texts) : texts;
	return {
		...english,
		direction: kind === "mirrored" ? "rtl" : "ltr",
		load: () => change(english.load()),
		late: {
			call: () => change(english.late.call()),
			codes: () => change(english.late.codes()),
			pages: () => change(english.late.pages()),
		},
	};
}

/** The chosen one, or the first of the browser's wishes that is there. */
export function languageFor(
	chosen: string | null,
	wishes: readonly string[],
): Language {
	const trial = chosen === null ? undefined : trials[chosen];
	if (trial) return trialOf(trial);
	const spoken = firstSpoken(chosen, wishes, Object.keys(languages));
	return (spoken === null ? undefined : languages[spoken]) ?? english;
}
