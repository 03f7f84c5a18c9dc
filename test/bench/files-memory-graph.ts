// The memory of a transfer as a row of bars in text, and as a picture.

export type Line = {
	readonly name: string;
	readonly megabytes: number;
	readonly isSender: boolean;
	readonly seconds: number;
	/** MB over idle, at even distances from the first byte to the last. */
	readonly over: readonly number[];
	readonly mostPage: number;
};

const fullHeight = 64;
const bars = "▁▂▃▄▅▆▇█";
const mostPoints = 40;

/** The most of each part of the time. */
function parts(values: readonly number[], most: number): readonly number[] {
	const count = Math.min(most, values.length);
	return Array.from({ length: count }, (_, index) =>
		Math.max(
			...values.slice(
				Math.floor((index * values.length) / count),
				Math.floor(((index + 1) * values.length) / count),
			),
		),
	);
}

export function sparkline(values: readonly number[]): string {
	return parts(values, mostPoints)
		.map((value) => {
			const height = Math.floor((value / fullHeight) * bars.length);
			return bars[Math.min(bars.length - 1, height)];
		})
		.join("");
}

const width = 720;
const height = 300;
const left = 44;
const bottom = 40;
const top = 16;
const right = 16;

export function drawMemory(lines: readonly Line[]): string {
	const most = Math.max(fullHeight, ...lines.flatMap(({ over }) => over)) * 1.1;
	const x = (share: number) => left + share * (width - left - right);
	const y = (value: number) =>
		height - bottom - (value / most) * (height - bottom - top);
	const sizes = [...new Set(lines.map(({ megabytes }) => megabytes))];
	const paths = lines.map(({ over, isSender, megabytes }) => {
		const points = parts(over, 240);
		const drawn = points
			.map((value, index) => {
				const share = points.length > 1 ? index / (points.length - 1) : 0;
				return `${x(share).toFixed(1)},${y(value).toFixed(1)}`;
			})
			.join(" ");
		const kind = `size${sizes.indexOf(megabytes)}${isSender ? "" : " receiver"}`;
		return `<polyline class="line ${kind}" points="${drawn}"/>`;
	});
	const legend = lines.map(({ name, isSender, megabytes }, index) => {
		const at = left + 10 + (index % 2) * 190;
		const line = height - 8 - (index < 2 ? 14 : 0);
		const kind = `size${sizes.indexOf(megabytes)}${isSender ? "" : " receiver"}`;
		return `<path class="line ${kind}" d="M${at} ${line - 4}h26"/><text x="${at + 32}" y="${line}">${name}</text>`;
	});
	const ticks = [0, 16, 32, 48, 64].map(
		(value) =>
			`<path class="${value === fullHeight ? "limit" : "grid"}" d="M${left} ${y(value).toFixed(1)}H${width - right}"/><text x="${left - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value}</text>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Memory over idle while a file is sent">
<style>
text{font:12px system-ui,sans-serif;fill:#555}
.grid{stroke:#8883;fill:none}.limit{stroke:#c2410c;stroke-dasharray:5 4;fill:none}
.line{fill:none;stroke-width:1.8;stroke:#0f766e}.size0{stroke:#c2880c}.receiver{stroke-dasharray:3 3}
@media (prefers-color-scheme:dark){text{fill:#bbb}.line{stroke:#2dd4bf}.size0{stroke:#fbbf24}}
</style>
${ticks.join("\n")}
${paths.join("\n")}
${legend.join("\n")}
<text x="${width - right}" y="${height - 8}" text-anchor="end">MB over idle, from the first byte to the last</text>
</svg>
`;
}
