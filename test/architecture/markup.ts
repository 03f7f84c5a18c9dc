// Text that came from somebody else stays text: nothing turns a string into markup or into code.

import { childOf, parse, type Rule, textOf, walk } from "./parse.ts";

const markupMakers = new Set([
	"innerHTML",
	"outerHTML",
	"srcdoc",
	"srcDoc",
	"dangerouslySetInnerHTML",
	"insertAdjacentHTML",
	"createContextualFragment",
	"setHTMLUnsafe",
	"parseFromString",
	"eval",
]);

export const makesNoMarkup: Rule = (source) => {
	const found: string[] = [];
	walk(parse(source), (node, parent) => {
		const isName = /Identifier$/.test(node.type);
		const name = isName ? textOf(node, "name") : textOf(node, "value");
		const isMaker = isName && name === "Function" && parent?.callee === node;
		if (markupMakers.has(name) || isMaker) found.push(`uses ${name}`);
		const isWrite = isName && /^write(?:ln)?$/.test(name);
		const object = isWrite && parent ? childOf(parent, "object") : undefined;
		if (textOf(object, "name") === "document") found.push(`uses ${name}`);
	});
	return found;
};
