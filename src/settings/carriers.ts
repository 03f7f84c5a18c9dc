// How codes are handed over unless the person says otherwise on the spot. Plain text is always offered, so that some way
// is left whatever is switched off.

export const carriers = ["camera", "link", "share"] as const;

export type Carrier = (typeof carriers)[number];

export type Way = "beside" | "message";

export function readWay(found: unknown): Way | null {
	return found === "beside" || found === "message" ? found : null;
}

export function readWithout(found: unknown): readonly Carrier[] {
	return Array.isArray(found)
		? carriers.filter((carrier) => found.includes(carrier))
		: [];
}
