// A language to try the screens with: every sentence of English, said twice.

export function doubled<T>(texts: T): T {
	return double(texts) as T;
}

function double(value: unknown): unknown {
	if (typeof value === "string") return value === "" ? "" : `${value} ${value}`;
	if (typeof value === "function")
		return (...given: unknown[]) => double(value(...given));
	if (Array.isArray(value)) return value.map(double);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, double(one)]),
	);
}
