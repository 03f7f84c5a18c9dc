// What the app's parts draw, as text: for what stands in the page before any script has come. Knows only what they use.

import { type ComponentChildren, isValidElement, type VNode } from "preact";

const escaped = (text: string): string =>
	text.replace(
		/[&<>"]/g,
		(sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "&quot;",
	);

/** Elements that have no end. */
const isVoid = /^(?:br|hr|img|input)$/;

export function drawn(node: ComponentChildren): string {
	if (node === null || node === undefined || typeof node === "boolean")
		return "";
	if (Array.isArray(node)) return node.map(drawn).join("");
	if (!isValidElement(node)) return escaped(String(node));
	const { type, props } = node as VNode<Record<string, unknown>>;
	if (typeof type === "function")
		return drawn((type as (props: unknown) => ComponentChildren)(props));
	const { children, ...attributes } = props;
	const said = Object.entries(attributes)
		.filter(([name, value]) => isSaid(name, value))
		.map(([name, value]) => ` ${name}${assigned(name, value)}`)
		.join("");
	const opened = `<${type}${said}>`;
	if (isVoid.test(type)) return opened;
	return `${opened}${drawn(children as ComponentChildren)}</${type}>`;
}

const isSaid = (name: string, value: unknown): boolean =>
	value !== null &&
	value !== undefined &&
	!/^on[A-Z]/.test(name) &&
	(value !== false || name.startsWith("aria-"));

const assigned = (name: string, value: unknown): string =>
	value === true && !name.startsWith("aria-")
		? ""
		: `="${escaped(String(value))}"`;
