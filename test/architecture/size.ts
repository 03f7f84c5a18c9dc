// How large a file may be, and what it may be called.

import type { Rule } from "./parse.ts";

const mostLines = 250;

export const isShort: Rule = ({ text }) => {
	const lineCount = text.split("\n").length - 1;
	return lineCount > mostLines ? [`has ${lineCount} lines`] : [];
};
