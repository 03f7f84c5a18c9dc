// What an operation that may be refused gives back: a value, or the name of what was wrong.

export type Result<Value, Problem extends string> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly problem: Problem };

export function good<Value>(value: Value): { ok: true; value: Value } {
	return { ok: true, value };
}

export function bad<Problem extends string>(
	problem: Problem,
): { ok: false; problem: Problem } {
	return { ok: false, problem };
}
