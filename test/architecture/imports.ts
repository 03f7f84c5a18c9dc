// Who may import whom. The table is the house's floor plan: arrows point down only.

import { posix } from "node:path";
import {
	childOf,
	type Node,
	nodesOf,
	parse,
	type Rule,
	textOf,
	walk,
} from "./parse.ts";

const belowApp = [
	"codec",
	"wire",
	"verify",
	"peer",
	"channels",
	"media",
	"carriers",
	"room",
	"settings",
	"i18n",
];

// Every problem has a sentence in every language, so i18n must know their names, and nothing else.
const problemNames = belowApp.map((folder) => `${folder}/problem`);

// What a folder may import besides `lib`: a folder, or one file of it without its extension.
const allowed: Readonly<Record<string, readonly string[]>> = {
	lib: [],
	codec: [],
	wire: [],
	verify: [],
	settings: [],
	media: [],
	i18n: problemNames,
	peer: ["codec", "wire"],
	channels: ["wire"],
	carriers: ["codec"],
	room: ["peer", "channels", "wire", "verify"],
	app: belowApp,
	ui: ["app", "i18n"],
	shell: ["app"],
};

/** What the page itself starts knows every part. */
const doors = /^src\/(?:main\.tsx|first\.ts)$/;

export const pointsDown: Rule = (source) => {
	if (doors.test(source.file)) return [];
	const folder = folderOf(source.file) ?? "";
	const below = allowed[folder];
	if (!below) return ["stands in no room of this house"];
	const isAllowed = (target: string) =>
		folderOf(target) === folder ||
		(folder !== "lib" && folderOf(target) === "lib") ||
		below.some((one) => target.startsWith(`src/${one}${ending(one)}`));
	return imports(parse(source))
		.filter(isRelative)
		.map((request) => posix.join(posix.dirname(source.file), request))
		.filter((target) => !isAllowed(target))
		.map((target) => `imports ${target}`);
};

export const carriesExtensions: Rule = (source) =>
	imports(parse(source))
		.filter(isRelative)
		.filter(
			(request) => !/\.(?:tsx?|css|svg|png|json)(?:\?\w+)?$/.test(request),
		)
		.map((request) => `imports ${request} without an extension`);

export const hasNoBarrel: Rule = (source) => {
	const found: string[] = [];
	walk(parse(source), (node) => {
		if (node.type === "ExportAllDeclaration") found.push("exports everything");
	});
	return found;
};

// Values, types, dynamic imports and workers alike: whatever ties one file to another.
function imports(program: Node): string[] {
	const found: string[] = [];
	walk(program, (node) => {
		const request = childOf(node, "source") ?? addressedFile(node);
		const text = textOf(request, "value");
		if (text) found.push(text);
	});
	return found;
}

// `new URL("./x.worker.ts", import.meta.url)` is how a worker is named.
function addressedFile(node: Node): Node | undefined {
	if (node.type !== "NewExpression") return undefined;
	if (textOf(childOf(node, "callee"), "name") !== "URL") return undefined;
	const [file, base] = nodesOf(node, "arguments");
	return base?.type === "MemberExpression" ? file : undefined;
}

function isRelative(request: string): boolean {
	return request.startsWith(".");
}

function folderOf(file: string): string | undefined {
	return /^src\/([^/]+)\//.exec(file)?.[1];
}

function ending(target: string): string {
	return target.includes("/") ? "." : "/";
}
