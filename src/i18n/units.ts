// Amounts as people read them, in the way of each language.

const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** "0 B", "980 kB", "1.2 GB": two or three digits say enough. */
export function sizeIn(tag: string): (bytes: number) => string {
	return (bytes) => {
		let value = bytes;
		let at = 0;
		while (value >= 999.5 && at < units.length - 1) {
			value /= 1_000;
			at += 1;
		}
		// English would spell it out.
		if (at === 0) return `${new Intl.NumberFormat(tag).format(value)} B`;
		const digits = value >= 99.95 ? 0 : 1;
		return new Intl.NumberFormat(tag, {
			style: "unit",
			unit: units[at] ?? "byte",
			unitDisplay: "short",
			minimumFractionDigits: digits,
			maximumFractionDigits: digits,
		}).format(value);
	};
}
