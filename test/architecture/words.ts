// What a person reads stands in i18n/ and nowhere else, or it could not be translated.

import {
	childOf,
	type Key,
	type Node,
	nodesOf,
	parse,
	type Rule,
	textOf,
	walk,
} from "./parse.ts";

const speakingAttributes =
	/^(?:alt|title|placeholder|label|text|caption|heading|hint|message|content|aria-(?:label|description|placeholder|roledescription|valuetext))$/;

const isDrawn = /^src\/(?:main|ui\/.*)\.tsx$/;

export const speaksThroughI18n: Rule = (source) => {
	if (!isDrawn.test(source.file)) return [];
	const words: string[] = [];
	walk(parse(source), (node, parent) => {
		if (node.type === "JSXText") words.push(textOf(node, "value"));
		if (node.type === "JSXExpressionContainer") {
			const isContent = parent?.type !== "JSXAttribute";
			if (isContent) words.push(...wordsOf(childOf(node, "expression")));
		}
		if (node.type !== "JSXAttribute") return;
		const name = textOf(childOf(node, "name"), "name");
		if (!speakingAttributes.test(name)) return;
		const value = childOf(node, "value");
		words.push(...wordsOf(value && (childOf(value, "expression") ?? value)));
	});
	return words
		.map((text) => text.trim())
		.filter((text) => /\p{L}/u.test(text))
		.map((text) => `says "${text}" by itself`);
};

// What an expression may come to, as far as it is spelled out here: both ways of a choice, all parts of a sum.
function wordsOf(expression: Node | undefined): readonly string[] {
	if (!expression) return [];
	const both = (one: Key, other: Key) =>
		[one, other].flatMap((key) => wordsOf(childOf(expression, key)));
	switch (expression.type) {
		case "Literal":
			return [textOf(expression, "value")];
		case "TemplateLiteral":
			return nodesOf(expression, "quasis").map((part) => {
				const { raw } = part.value as { raw: string };
				return raw;
			});
		case "ConditionalExpression":
			return both("consequent", "alternate");
		case "LogicalExpression":
			return expression.operator === "&&"
				? wordsOf(childOf(expression, "right"))
				: both("left", "right");
		case "BinaryExpression":
			return expression.operator === "+" ? both("left", "right") : [];
		default:
			return [];
	}
}
