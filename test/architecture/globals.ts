// Who may name what the browser puts everywhere. Everybody else is handed what they need.

import {
	isNode,
	type Node,
	nodesOf,
	parse,
	type Rule,
	textOf,
	walk,
} from "./parse.ts";

const browserGlobals = new Set([
	"window",
	"document",
	"navigator",
	"location",
	"history",
	"localStorage",
	"sessionStorage",
	"indexedDB",
	"globalThis",
	"self",
]);

const mayNameGlobals = /^src\/(?:main\.tsx|first\.ts)$|\.worker\.ts$/;

export const namesNoGlobals: Rule = (source) => {
	if (mayNameGlobals.test(source.file)) return [];
	// Parameters and variables of the same name are the file's own: an injected `document` is the point of it all.
	const own = new Set<string>();
	const named = new Set<string>();
	walk(parse(source), (node, parent) => {
		for (const name of declaredBy(node)) own.add(name);
		const name = node.type === "Identifier" ? textOf(node, "name") : "";
		if (parent && browserGlobals.has(name) && isValue(node, parent)) {
			named.add(name);
		}
	});
	return [...named]
		.filter((name) => !own.has(name))
		.map((name) => `names the global ${name}`);
};

function declaredBy(node: Node): readonly string[] {
	if (node.type === "VariableDeclarator") return namesIn(node.id);
	if (node.type.startsWith("Import")) return namesIn(node.local);
	if (!/Function/.test(node.type) || node.type.startsWith("TS")) return [];
	return nodesOf(node, "params").flatMap(namesIn);
}

function namesIn(pattern: unknown): readonly string[] {
	if (!isNode(pattern)) return [];
	if (pattern.type === "Identifier") return [textOf(pattern, "name")];
	const { properties, elements, value, left, argument } = pattern;
	return [properties, elements, value, left, argument].flat().flatMap(namesIn);
}

function isValue(node: Node, parent: Node): boolean {
	const isOperand = parent.expression === node;
	if (parent.type.startsWith("TS")) return isOperand;
	const isName = parent.key === node || parent.property === node;
	return parent.computed === true || !isName;
}
