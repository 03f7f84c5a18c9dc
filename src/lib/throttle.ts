// A bucket that fills with time: true while what is taken is still in it.

export type Rate = { readonly perSecond: number; readonly burst: number };

export function createThrottle(
	{ perSecond, burst }: Rate,
	now: () => number,
): (cost: number) => boolean {
	let left = burst;
	let lastAt = now();
	return (cost) => {
		const at = now();
		// A clock that is put back gives nothing, and takes nothing.
		const passedMs = Math.max(0, at - lastAt);
		left = Math.min(burst, left + (passedMs / 1_000) * perSecond);
		lastAt = at;
		if (cost > left) return false;
		left -= cost;
		return true;
	};
}
