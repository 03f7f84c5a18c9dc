// A source file as the rules see it: its text, and every node of its syntax tree in reading order.

import { parseSync } from "vite";

export type Source = {
	/** Below the repository, with forward slashes. */
	readonly file: string;
	readonly text: string;
};

export type Key =
	| "alternate"
	| "argument"
	| "arguments"
	| "callee"
	| "computed"
	| "consequent"
	| "elements"
	| "expression"
	| "id"
	| "key"
	| "left"
	| "local"
	| "name"
	| "object"
	| "operator"
	| "params"
	| "properties"
	| "property"
	| "quasis"
	| "right"
	| "source"
	| "value";

export type Node = { readonly type: string } & {
	readonly [key in Key]?: unknown;
};

export type Rule = (source: Source) => readonly string[];

export function parse({ file, text }: Source): Node {
	// A .ts file is not parsed as .tsx: `<Type>value` and generic arrows mean something else there.
	const { program, errors } = parseSync(file, text, { astType: "ts" });
	const [error] = errors;
	if (error) throw new Error(`${file} cannot be parsed: ${error.message}`);
	return program as unknown as Node;
}

export function walk(
	node: Node,
	visit: (node: Node, parent: Node | undefined) => void,
	parent?: Node,
): void {
	visit(node, parent);
	for (const child of children(node)) walk(child, visit, node);
}

export function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && "type" in value;
}

export function childOf(node: Node, key: Key): Node | undefined {
	const value = node[key];
	return isNode(value) ? value : undefined;
}

export function textOf(node: Node | undefined, key: Key): string {
	const value = node?.[key];
	return typeof value === "string" ? value : "";
}

export function nodesOf(node: Node, key: Key): readonly Node[] {
	const value = node[key];
	return Array.isArray(value) ? value.filter(isNode) : [];
}

function children(node: Node): Node[] {
	return Object.values(node).flat().filter(isNode);
}
