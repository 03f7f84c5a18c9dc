// How long ago a code was made, and whether that is too long.

export type Age = { readonly ms: number; readonly isOld: boolean };

// Routers forget a mapping that nobody uses after some minutes, and the address in the code with it.
const oldMs = 10 * 60_000;

export function ageOf(madeAt: number | null, now: number): Age | null {
	if (madeAt === null) return null;
	const ms = Math.max(0, now - madeAt);
	return { ms, isOld: ms > oldMs };
}
