// A small graph of what has been over the last two minutes, the newest at the right. Says in words what it shows.

import type { ComponentChildren } from "preact";

export type Line = {
	readonly look: "first" | "second";
	/** Null where nothing was measured: the line has a gap. */
	readonly values: readonly (number | null)[];
};

const width = 120;
const height = 36;

function pathOf(values: Line["values"], room: number, most: number): string {
	const step = width / (room - 1);
	const first = room - values.length;
	let isGap = true;
	return values
		.map((value, index) => {
			if (value === null) {
				isGap = true;
				return "";
			}
			const x = ((first + index) * step).toFixed(1);
			const y = (height - (Math.min(value, most) / most) * height).toFixed(1);
			const move = isGap ? "M" : "L";
			isGap = false;
			return `${move}${x} ${y}`;
		})
		.join("");
}

export function Graph(props: {
	name: string;
	lines: readonly Line[];
	/** How many values there is room for. */
	room: number;
	/** What the top stands for where nothing is higher: small things shall look small. */
	least: number;
	now: ComponentChildren;
	label: string;
	testId: string;
}) {
	const { lines, room } = props;
	const known = lines.flatMap(({ values }) =>
		values.filter((value) => value !== null),
	);
	const most = Math.max(props.least, ...known);
	return (
		<figure class="graph" data-testid={props.testId} data-count={known.length}>
			<figcaption>
				<span>{props.name}</span>
				<output>{props.now}</output>
			</figcaption>
			<svg
				role="img"
				aria-label={props.label}
				viewBox={`0 -1 ${width} ${height + 2}`}
				preserveAspectRatio="none"
			>
				<line class="graph-base" x2={width} y1={height} y2={height} />
				{lines.map(({ look, values }) => (
					<path
						key={look}
						class={`graph-line is-${look}`}
						d={pathOf(values, room, most)}
					/>
				))}
			</svg>
		</figure>
	);
}
