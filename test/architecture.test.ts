// The rules of the house, on every file. Each is also shown something that breaks it, so that none sleeps.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { namesNoGlobals } from "./architecture/globals.ts";
import {
	carriesExtensions,
	hasNoBarrel,
	pointsDown,
} from "./architecture/imports.ts";
import { makesNoMarkup } from "./architecture/markup.ts";
import type { Rule, Source } from "./architecture/parse.ts";
import { isShort } from "./architecture/size.ts";
import { speaksThroughI18n } from "./architecture/words.ts";

const home = fileURLToPath(new URL("../", import.meta.url));
const code = /\.tsx?$/;
const textFiles = /\.(?:tsx?|css)$/;

function read(folder: string, names: RegExp): Source[] {
	return readdirSync(`${home}${folder}`, { recursive: true, encoding: "utf8" })
		.map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
		.filter((file) => names.test(file))
		.map((file) => ({ file, text: readFileSync(`${home}${file}`, "utf8") }));
}

function broken(rule: Rule, sources: readonly Source[]): string[] {
	return sources.flatMap((source) =>
		rule(source).map((finding) => `${source.file} ${finding}`),
	);
}

const source = read("src", code);

describe("every file of src", () => {
	test("imports only from the rooms below its own", () => {
		expect(broken(pointsDown, source)).toEqual([]);
	});
	test("writes the extension of what it imports", () => {
		expect(broken(carriesExtensions, source)).toEqual([]);
	});
	test("is no barrel", () => {
		expect(broken(hasNoBarrel, source)).toEqual([]);
	});
	test("gets the browser as an argument", () => {
		expect(broken(namesNoGlobals, source)).toEqual([]);
	});
	test("leaves words to i18n", () => {
		expect(broken(speaksThroughI18n, source)).toEqual([]);
	});
	test("never makes markup or code out of text", () => {
		expect(broken(makesNoMarkup, source)).toEqual([]);
	});
});

test("no file is longer than a person reads in one go", () => {
	const all = [...read("src", textFiles), ...read("test", textFiles)];
	expect(broken(isShort, all)).toEqual([]);
});

describe("each rule catches what breaks it:", () => {
	test.each<[Rule, string, string]>([
		[pointsDown, "src/codec/a.ts", 'import { b } from "../peer/b.ts";'],
		[pointsDown, "src/codec/a.ts", 'import type { B } from "../wire/b.ts";'],
		[pointsDown, "src/app/a.ts", 'const b = await import("../ui/b.tsx");'],
		[pointsDown, "src/media/a.ts", 'export { b } from "../app/b.ts";'],
		[pointsDown, "src/wire/a.ts", 'type B = import("../app/b.ts").B;'],
		[
			pointsDown,
			"src/carriers/a.ts",
			'new Worker(new URL("../peer/b.worker.ts", import.meta.url));',
		],
		[pointsDown, "src/peer/a.worker.ts", 'import "../app/b.ts";'],
		[pointsDown, "src/lib/a.ts", 'import { b } from "../codec/b.ts";'],
		[pointsDown, "src/i18n/a.ts", 'import "../codec/code.ts";'],
		[pointsDown, "src/shell/a.ts", 'import "../main.tsx";'],
		[pointsDown, "src/attic/a.ts", ""],
		[carriesExtensions, "src/app/a.ts", 'import { b } from "./b";'],
		[hasNoBarrel, "src/app/a.ts", 'export * from "./b.ts";'],
		[namesNoGlobals, "src/app/a.ts", "const { host } = window.location;"],
		[namesNoGlobals, "src/ui/a.tsx", "const a = (document as Document).body;"],
		[namesNoGlobals, "src/app/a.ts", "const a = { navigator };"],
		[speaksThroughI18n, "src/ui/a.tsx", "const a = <p>Hello</p>;"],
		[speaksThroughI18n, "src/ui/a.tsx", 'const a = <p>{b ? "Hi" : c}</p>;'],
		[speaksThroughI18n, "src/ui/a.tsx", 'const a = <img alt="A bird" />;'],
		[speaksThroughI18n, "src/main.tsx", "const a = <p title={`Hi`} />;"],
		[makesNoMarkup, "src/ui/a.tsx", "element.innerHTML = text;"],
		[
			makesNoMarkup,
			"src/ui/a.tsx",
			"const a = <p dangerouslySetInnerHTML={b} />;",
		],
		[makesNoMarkup, "src/ui/a.tsx", "document.write(text);"],
		[makesNoMarkup, "src/app/a.ts", "eval(text);"],
		[makesNoMarkup, "src/app/a.ts", "new Function(text);"],
		[isShort, "src/app/a.ts", "\n".repeat(251)],
	])("%o in %s: %s", (rule, file, text) => {
		expect(rule({ file, text })).toHaveLength(1);
	});

	test.each<[Rule, string, string]>([
		[pointsDown, "src/peer/a.ts", 'import { b } from "../codec/b.ts";'],
		[pointsDown, "src/peer/a.ts", 'import { b } from "../lib/b.ts";'],
		[
			pointsDown,
			"src/i18n/a.ts",
			'import type { B } from "../wire/problem.ts";',
		],
		[pointsDown, "src/ui/parts/a.tsx", 'import { b } from "../b.tsx";'],
		[pointsDown, "src/main.tsx", 'import { b } from "./ui/b.tsx";'],
		[
			namesNoGlobals,
			"src/app/a.ts",
			"const a = ({ document }) => document.title;",
		],
		[namesNoGlobals, "src/app/a.ts", "type A = { navigator: Navigator };"],
		[namesNoGlobals, "src/app/a.ts", "const a = platform.navigator;"],
		[namesNoGlobals, "src/shell/a.worker.ts", "self.skipWaiting();"],
		[
			speaksThroughI18n,
			"src/ui/a.tsx",
			'const a = <p class="big">{b} · 1</p>;',
		],
		[
			speaksThroughI18n,
			"src/ui/a.tsx",
			'const a = <p title={b.c}>{d === "open" && e}</p>;',
		],
		[makesNoMarkup, "src/app/a.ts", "stream.write(text);"],
	])("not what keeps it: %o in %s: %s", (rule, file, text) => {
		expect(rule({ file, text })).toEqual([]);
	});
});

test("lib stays a handful of files", () => {
	expect(read("src/lib", code).length).toBeLessThanOrEqual(6);
});
